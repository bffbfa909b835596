using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retention;

/// <summary>An entry that a call leaves in a cache or a queue, and whether it ever ends.</summary>
internal static class KeptEntry
{
    /// <summary>The beginnings of the names of calls that take out again what was put in, or end it.</summary>
    private static readonly string[] Takers = ["ListLeftPop", "ListRightPop", "ListMove", "ListTrim", "ListRemove", "HashDelete", "HashFieldExpire", "SetRemove", "SetPop", "SortedSetRemove", "SortedSetPop", "StreamTrim", "StreamDelete"];

    /// <summary>Whether a call keeps something, under any key, until somebody deletes it.</summary>
    public static bool IsEndless(IInvocationOperation call, ApiTrait traits, PipelineProject project, string rule)
    {
        var given = call.Arguments.Where(argument => IsExpiry(argument, project)).ToList();
        if (given.Any(argument => !Expiry.IsNone(argument.Value, project)))
            return false;

        // What ends by itself has to be told to stay.
        if ((traits & ApiTrait.Keeps) == 0)
            return given.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && !argument.Value.Unwrapped().ConstantValue.HasValue);

        if (call.TargetMethod.Name.StartsWith("QueueDeclare", StringComparison.Ordinal))
            return IsLasting(call);

        return EntryKey.Of(call) is { } key && (EntryKey.Varies(key) || IsCollection(call.TargetMethod) || IsPersonal(call, project, rule)) && !IsEnded(call, key, project);
    }

    private static bool IsExpiry(IArgumentOperation argument, PipelineProject project) =>
        argument.Parameter is { } parameter && (project.DataApis.TraitsOf(parameter.ContainingSymbol, parameter.Name) & ApiTrait.Expiry) != 0;

    /// <summary>A queue that outlives its broker and its consumers; what is set aside after it failed is meant to wait.</summary>
    private static bool IsLasting(IInvocationOperation declaration)
    {
        bool? Said(string parameter) => declaration.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value.Unwrapped().ConstantValue is { HasValue: true, Value: bool said } ? said : null;
        return Said("durable") == true && Said("exclusive") != true && Said("autoDelete") != true && !StoreName.IsSetAside(StoreName.In(declaration));
    }

    /// <summary>Whether something is added to what is there, so that even one key grows.</summary>
    private static bool IsCollection(IMethodSymbol method) =>
        method.Name.StartsWith("List", StringComparison.Ordinal) || method.Name.StartsWith("HashSet", StringComparison.Ordinal) || method.Name.StartsWith("SetAdd", StringComparison.Ordinal)
        || method.Name.StartsWith("SortedSet", StringComparison.Ordinal) || method.Name.StartsWith("Stream", StringComparison.Ordinal) || method.Name.StartsWith("Geo", StringComparison.Ordinal);

    private static bool IsPersonal(IInvocationOperation call, PipelineProject project, string rule)
    {
        var data = PersonalData.For(project, rule, call.Syntax.SyntaxTree);
        return call.Arguments.Any(argument => argument.Parameter?.Name is "value" && data.In(argument.Value.Unwrapped(), Printed.ByMembers).Count > 0);
    }

    /// <summary>Whether the same body gives the key its end, or the type around takes out what it puts in.</summary>
    private static bool IsEnded(IInvocationOperation call, IOperation key, PipelineProject project)
    {
        if (Expiry.IsSetOn(call, project))
            return true;

        foreach (var other in call.Root().Descendants().OfType<IInvocationOperation>())
        {
            if ((other.TargetMethod.Name.StartsWith("KeyExpire", StringComparison.Ordinal) && EntryKey.Of(other) is { } ended && IsSame(ended, key)) || IsExpireCommand(other))
                return true;
        }

        return IsCollection(call.TargetMethod) && call.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() is { } type
            && type.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => Array.Exists(Takers, taker => name.Identifier.ValueText.StartsWith(taker, StringComparison.Ordinal)));
    }

    private static bool IsSame(IOperation left, IOperation right) =>
        left.Syntax.IsEquivalentTo(right.Syntax) || (ValueOrigin.Of(left.Unwrapped()) is { Count: > 0 } origins && ValueOrigin.Of(right.Unwrapped()) is { Count: > 0 } others && origins[0].Syntax == others[0].Syntax);

    private static bool IsExpireCommand(IInvocationOperation call) =>
        call.TargetMethod.Name is "Execute" or "ExecuteAsync" && call.Arguments.Length > 0 && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string command } && command.IndexOf("EXPIRE", StringComparison.OrdinalIgnoreCase) >= 0;
}
