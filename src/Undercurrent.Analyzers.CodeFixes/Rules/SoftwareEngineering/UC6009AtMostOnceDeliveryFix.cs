using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Rules.Security;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has a message kept until it is acknowledged.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6009AtMostOnceDeliveryFix() : PipelineFix(UC6009AtMostOnceDelivery.Rule, new StrongSetting("Set what delivers at least once"), new AcknowledgeAfterwards(), new AtLeastOnce())
{
    /// <summary>Writes the value by which a message is delivered at least once, where nothing else has to change with it.</summary>
    private sealed class AtLeastOnce() : Remedy<ExpressionSyntax>("value", "Deliver at least once")
    {
        private static readonly Dictionary<string, string> Safer = new(StringComparer.Ordinal)
        {
            ["Acks.None"] = "All",
            ["Acks.Leader"] = "All",
            ["ConsistencyLevel.Any"] = "LocalQuorum",
            ["CommandFlags.FireAndForget"] = "None",
            ["MqttQualityOfServiceLevel.AtMostOnce"] = "AtLeastOnce",
            ["ReceiveMode.ReceiveAndDelete"] = "PeekLock",
            ["ServiceBusReceiveMode.ReceiveAndDelete"] = "PeekLock",
            ["TransportTransactionMode.None"] = "ReceiveOnly",
            ["WriteConcern.Unacknowledged"] = "WMajority",
        };

        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Replacement(node, finding) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            var (old, with) = Replacement(node, finding)!.Value;
            editor.ReplaceNode(old, SyntaxFactory.ParseExpression(with).WithTriviaFrom(old));
        }

        private static (ExpressionSyntax Old, string With)? Replacement(ExpressionSyntax node, Finding finding) => node switch
        {
            AssignmentExpressionSyntax { Right: LiteralExpressionSyntax literal } set => Turned(set.Left.GetLastToken().ValueText, set) is { } turned ? (literal, turned) : null,
            LiteralExpressionSyntax { Token.ValueText: "0", Parent: ArgumentSyntax } literal => (literal, "1"),
            IdentifierNameSyntax { Identifier.ValueText: "WithAtMostOnceQoS" } name => (name, "WithAtLeastOnceQoS"),
            _ => finding.Model.GetSymbolInfo(node).Symbol is (IFieldSymbol or IPropertySymbol) and { IsStatic: true } named && Safer.TryGetValue($"{named.ContainingType.Name}.{named.Name}", out var safer) && (safer != "PeekLock" || IsSettled(node))
                ? (node, node is MemberAccessExpressionSyntax access ? $"{access.Expression}.{safer}" : safer)
                : null,
        };

        private static string? Turned(string setting, AssignmentExpressionSyntax set) => setting switch
        {
            "EnableDeliveryReports" => "true",
            "EnableIdempotence" => IsFitForOrder(set) ? "true" : null,
            "MessageSendMaxRetries" => "int.MaxValue",
            "W" => "1",
            "NoAck" => "false",
            _ => null,
        };

        /// <summary>A producer refuses to keep the order where it may not wait for all, try again or has more than five messages on their way.</summary>
        private static bool IsFitForOrder(AssignmentExpressionSyntax set) =>
            (set.Parent is InitializerExpressionSyntax ? set.Parent : set.FirstAncestorOrSelf<BlockSyntax>())?.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(other => other.Left.GetLastToken().ValueText is "Acks" or "MaxInFlight" or "MessageSendMaxRetries") == false;

        /// <summary>Whether messages are completed: by a processor that does so itself, or somewhere in the file.</summary>
        private static bool IsSettled(ExpressionSyntax mode)
        {
            var completes = mode.SyntaxTree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText is "CompleteMessageAsync" or "CompleteAsync" or "Complete");
            var options = mode.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>();
            return completes || (options is ObjectCreationExpressionSyntax { Type: var type } && type.GetLastToken().ValueText is "ServiceBusProcessorOptions" or "ServiceBusSessionProcessorOptions"
                && options.Initializer?.Expressions.Any(set => set is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "AutoCompleteMessages" } }) != true);
        }
    }
}
