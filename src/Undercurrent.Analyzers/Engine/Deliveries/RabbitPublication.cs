using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Deliveries;

/// <summary>Messages published to RabbitMQ with nothing to make them outlive the broker, and channels that publish and never ask whether the broker took it.</summary>
internal static class RabbitPublication
{
    /// <summary>Whether a call publishes a message that is kept in memory alone. Properties that come from elsewhere are not guessed at.</summary>
    public static bool IsTransient(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "BasicPublish" or "BasicPublishAsync" } method || method.RootNamespace() != "RabbitMQ" || IsReply(call))
            return false;

        var given = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "basicProperties")?.Value;
        if (given is null || given.Unwrapped() is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } })
            return true;

        return ValueOrigin.Of(given) is { Count: > 0 } origins && origins.All(IsNew) && !IsSetUp(call.Syntax, given, origins);
    }

    /// <summary>Whether a call opens a channel by which its type publishes without confirms.</summary>
    public static bool IsUnconfirmed(IInvocationOperation call) =>
        call.TargetMethod is { Name: "CreateModel" or "CreateChannelAsync" } method && method.RootNamespace() == "RabbitMQ"
        && (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name == "CreateChannelOptions") is not { } options || options.Value.Unwrapped() is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } })
        && HolderOf(call.Syntax) is var (channel, scope) && Publishes(channel, scope);

    /// <summary>The name a new channel goes by, and where it does.</summary>
    private static (string Channel, SyntaxNode Scope)? HolderOf(SyntaxNode created)
    {
        var value = created;
        while (value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax
            || (value.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "Result" } access && access.Expression == value) || value.Parent is InvocationExpressionSyntax)
            value = value.Parent;

        var around = created.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? created.SyntaxTree.GetRoot();
        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local, Parent.Parent: LocalDeclarationStatementSyntax or UsingStatementSyntax } } =>
                (local, BodyOf(created)),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var field } } => (field, around),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } assignment => (assignment.Left.GetLastToken().ValueText, around),
            _ => null,
        };
    }

    /// <summary>Whether a type publishes by a channel and selects confirms on none that may be the same.</summary>
    private static bool Publishes(string channel, SyntaxNode scope)
    {
        var publishes = false;
        var isKnownElsewhere = new Lazy<bool>(() => IsHandedOn(channel, scope));
        foreach (var name in (scope.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? scope).DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText is "ConfirmSelect" or "ConfirmSelectAsync" or "TxSelect" or "TxSelectAsync" or "WaitForConfirms" or "WaitForConfirmsOrDie"
                && (scope.Span.Contains(name.Span) ? ReceiverOf(name) is not { } receiver || receiver == channel || isKnownElsewhere.Value || !IsOpenedIn(receiver, name) : isKnownElsewhere.Value || IsExtended(name)))
                return false;

            publishes |= name.Identifier.ValueText is "BasicPublish" or "BasicPublishAsync" && scope.Span.Contains(name.Span) && ReceiverOf(name) == channel;
        }

        return publishes;
    }

    /// <summary>Whether a channel goes by another name somewhere: it is given to a method, returned, or kept in something else.</summary>
    private static bool IsHandedOn(string channel, SyntaxNode scope) => scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == channel && !IsReceiver(name) && !IsTarget(name));

    private static bool IsReceiver(IdentifierNameSyntax name) => WholeOf(name) is var whole && whole.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == whole,
        ConditionalAccessExpressionSyntax access => access.Expression == whole,
        _ => false,
    };

    private static bool IsTarget(IdentifierNameSyntax name) => WholeOf(name) is var whole && whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole;

    /// <summary>The name with what says whose it is, or that it is not null.</summary>
    private static SyntaxNode WholeOf(IdentifierNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : name;
        while (whole.Parent is PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax)
            whole = whole.Parent;

        return whole;
    }

    /// <summary>Whether an operation is done by a method that is called on a channel as the client's own are.</summary>
    private static bool IsExtended(SyntaxNode inside) => inside.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;

    /// <summary>Whether the name that a method is called on is that of another channel, opened in the same member.</summary>
    private static bool IsOpenedIn(string receiver, SyntaxNode call) => BodyOf(call).DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(variable =>
        variable.Identifier.ValueText == receiver && variable.Initializer?.Value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText is "CreateModel" or "CreateChannelAsync") == true);

    private static string? ReceiverOf(SimpleNameSyntax method) => method.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression.GetLastToken() is var last && last.IsKind(SyntaxKind.ExclamationToken) ? last.GetPreviousToken().ValueText : last.ValueText,
        MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax access } => access.Expression.GetLastToken().ValueText,
        _ => null,
    };

    /// <summary>What answers a request is of use to whoever waits for it, and to nobody after a restart.</summary>
    private static bool IsReply(IInvocationOperation call) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "routingKey" or "addr")?.Value is { } key
        && (PassingQueue.Names(key) || ValueOrigin.Of(key).Any(origin => origin is IMemberReferenceOperation { Member.Name: "ReplyTo" or "ReplyToAddress" }));

    private static bool IsNew(IOperation properties) => properties.Unwrapped() is IObjectCreationOperation { Arguments.Length: 0 } or IInvocationOperation { TargetMethod.Name: "CreateBasicProperties" };

    /// <summary>Whether new properties say how they are delivered, or that the message is of use for a time only.</summary>
    private static bool IsSetUp(SyntaxNode call, IOperation given, IReadOnlyList<IOperation> origins)
    {
        var names = origins.Select(origin => (origin.Syntax.Parent as EqualsValueClauseSyntax)?.Parent).OfType<VariableDeclaratorSyntax>().Select(variable => variable.Identifier.ValueText).ToList();
        if (given.Unwrapped().Syntax is IdentifierNameSyntax name)
            names.Add(name.Identifier.ValueText);

        return origins.Any(origin => origin.Syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(set => Says(set.Left)))
            || origins.Select(origin => origin.Syntax).Append(call).Select(BodyOf).Distinct().Any(body => body.DescendantNodes().Any(node => node switch
            {
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } set } => names.Contains(owner.Identifier.ValueText) && Says(set),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner, Name.Identifier.ValueText: "SetPersistent" } } => names.Contains(owner.Identifier.ValueText),
                _ => false,
            }));
    }

    private static bool Says(ExpressionSyntax setting) => setting.GetLastToken().ValueText is "Persistent" or "DeliveryMode" or "Expiration";

    private static SyntaxNode BodyOf(SyntaxNode node) => (SyntaxNode?)node.FirstAncestorOrSelf<MemberDeclarationSyntax>(outer => outer is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();
}
