using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>Whether a project sets up an outbox for its messages, or tells its HTTP clients which requests not to repeat.</summary>
internal static class Outboxes
{
    private static readonly string[] Setups = ["UseInMemoryOutbox", "UseEntityFrameworkOutbox", "AddEntityFrameworkOutbox", "UseBusOutbox", "UseMongoDbOutbox", "AddMongoDbOutbox", "EnableOutbox", "UseMessageScope"];

    private static readonly string[] SafeOnly = ["DisableForUnsafeHttpMethods", "DisableFor"];

    public static bool In(Compilation compilation, CancellationToken cancellation) => Array.Exists(Setups, name => IsNamed(name, compilation, cancellation));

    /// <summary>Whether only requests that change nothing are repeated: by the handler's own switch, or by a policy that is chosen by the method.</summary>
    public static bool SparePosts(Compilation compilation, CancellationToken cancellation) =>
        Array.Exists(SafeOnly, name => IsNamed(name, compilation, cancellation)) || RetrySetups.Of(compilation, cancellation).Clients.SelectMany(client => client.Chain)
            .Any(call => CallChain.NameOf(call) == "AddPolicyHandler" && call.ArgumentList.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText is "HttpMethod" or "Method"));

    private static bool IsNamed(string name, Compilation compilation, CancellationToken cancellation) => CallIndex.Of(compilation).Uses(name, cancellation).Any();
}
