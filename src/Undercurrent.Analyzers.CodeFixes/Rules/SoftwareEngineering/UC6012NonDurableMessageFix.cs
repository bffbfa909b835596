using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Rules.Security;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has a message outlive its broker.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6012NonDurableMessageFix() : PipelineFix(UC6012NonDurableMessage.Rule, new StrongSetting("Set what keeps messages"), new Durable())
{
    /// <summary>Declares, publishes or connects as what is to be kept.</summary>
    private sealed class Durable() : Remedy<ExpressionSyntax>("durable", "Keep messages when the broker restarts")
    {
        private const string Confirming = "new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)";
        private const string Persistent = "new BasicProperties { Persistent = true }";

        private static readonly Dictionary<string, string> Kept = new(StringComparer.Ordinal)
        {
            ["DeliveryModes.Transient"] = "Persistent",
            ["MsgDeliveryMode.NonPersistent"] = "Persistent",
            ["StreamConfigStorage.Memory"] = "File",
        };

        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Replacement(node, finding) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            var (old, with) = Replacement(node, finding)!.Value;
            editor.ReplaceNode(old, with.WithTriviaFrom(old));
        }

        private static (SyntaxNode Old, SyntaxNode With)? Replacement(ExpressionSyntax node, Finding finding) => node switch
        {
            AssignmentExpressionSyntax { Right: LiteralExpressionSyntax literal } => Turned(literal),
            LiteralExpressionSyntax { Parent: ArgumentSyntax } literal => Turned(literal),
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } name when name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList: var arguments } => Arguments(name.Identifier.ValueText, arguments, finding.Model),
            _ => finding.Model.GetSymbolInfo(node).Symbol is IFieldSymbol { IsStatic: true } named && Kept.TryGetValue($"{named.ContainingType.Name}.{named.Name}", out var kept)
                ? (node, SyntaxFactory.ParseExpression(node is MemberAccessExpressionSyntax access ? $"{access.Expression}.{kept}" : kept))
                : null,
        };

        /// <summary>The other value of a switch; of a delivery mode the one that is kept.</summary>
        private static (SyntaxNode Old, SyntaxNode With)? Turned(LiteralExpressionSyntax literal) => literal.Token.ValueText switch
        {
            "true" => (literal, SyntaxFactory.ParseExpression("false")),
            "false" => (literal, SyntaxFactory.ParseExpression("true")),
            "1" => (literal, SyntaxFactory.ParseExpression("2")),
            _ => null,
        };

        private static (SyntaxNode Old, SyntaxNode With)? Arguments(string method, ArgumentListSyntax arguments, SemanticModel model)
        {
            switch (method)
            {
                case "QueueDeclare" or "QueueDeclareAsync" when arguments.Arguments.Count > 0:
                    var missing = new[] { ("durable", "true"), ("exclusive", "false"), ("autoDelete", "false") }
                        .Skip(arguments.Arguments.Count(argument => argument.NameColon is null) - 1)
                        .Where(one => !arguments.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == one.Item1)).ToList();
                    return missing.Count == 0 ? null : (arguments, With(arguments, arguments.Arguments.Count, missing.Select(one => $"{one.Item1}: {one.Item2}")));
                case "CreateChannelAsync" when arguments.Arguments.All(argument => argument.NameColon is not null):
                    return (arguments, With(arguments, 0, [arguments.Arguments.Count == 0 ? Confirming : $"options: {Confirming}"]));
                case "BasicPublishAsync" when arguments.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == "body") && IsKeyed(arguments):
                    return (arguments, With(arguments, arguments.Arguments.IndexOf(argument => argument.NameColon?.Name.Identifier.ValueText == "body"), Added(arguments)));
                case "BasicPublishAsync" when arguments.Arguments.Count == 3 && IsKeyed(arguments) && IsBody(arguments.Arguments[2], model):
                    var named = arguments.ReplaceNode(arguments.Arguments[2], arguments.Arguments[2].WithNameColon(SyntaxFactory.NameColon("body").WithColonToken(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space))));
                    return (arguments, With(named, 2, Added(arguments)));
                default:
                    return null;
            }
        }

        private static bool IsKeyed(ArgumentListSyntax arguments) => arguments.Arguments.Count is > 2 and < 5 && !arguments.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText is "basicProperties" or "addr");

        private static bool IsBody(ArgumentSyntax argument, SemanticModel model) => argument.NameColon is null && model.GetTypeInfo(argument.Expression).ConvertedType?.Name == nameof(ReadOnlyMemory<byte>);

        private static IEnumerable<string> Added(ArgumentListSyntax arguments)
        {
            if (arguments.Arguments.Count == 3)
                yield return "mandatory: false";

            yield return $"basicProperties: {Persistent}";
        }

        private static ArgumentListSyntax With(ArgumentListSyntax arguments, int at, IEnumerable<string> added)
        {
            var texts = arguments.Arguments.Select(argument => argument.ToString()).ToList();
            texts.InsertRange(at, added);
            return SyntaxFactory.ParseArgumentList($"({string.Join(", ", texts)})");
        }
    }
}
