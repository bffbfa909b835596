using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Leaves it to the program to store offsets, and has it do so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6007OffsetStoredBeforeProcessingFix() : PipelineFix(UC6007OffsetStoredBeforeProcessing.Rule, new StoresAfterwards())
{
    /// <summary>Where the record and the end of the work on it are plain to see, or offsets are stored or committed already.</summary>
    private sealed class StoresAfterwards() : Remedy<BaseObjectCreationExpressionSyntax>("store", "Store the offset after the work")
    {
        private const string Setting = "EnableAutoOffsetStore";
        private const string Key = "\"enable.auto.offset.store\"";

        private protected override Task<bool> CanMendAsync(BaseObjectCreationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult((finding.Known(UC6007OffsetStoredBeforeProcessing.Settled) is not null || SettlesAfterwards.Place(finding) is not null)
                && !IsSetLater(node) && finding.Model.GetTypeInfo(node, cancellation).Type?.Name != "List");

        private protected override async Task MendAsync(BaseObjectCreationExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            if (finding.Known(UC6007OffsetStoredBeforeProcessing.Settled) is null)
                await SettlesAfterwards.Write(finding, mending).ConfigureAwait(false);

            var isDictionary = finding.Model.GetTypeInfo(node, mending.Cancellation).Type?.Name == "Dictionary";
            if (!isDictionary && node.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(set => set.Left.ToString() == Setting) is { } known)
                editor.ReplaceNode(known.Right, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(known.Right));
            else if (isDictionary && ValueUnderKey(node) is { } value)
                editor.ReplaceNode(value, SyntaxFactory.ParseExpression("\"false\"").WithTriviaFrom(value));
            else
                editor.ReplaceNode(node, (current, _) => Initialisers.With((BaseObjectCreationExpressionSyntax)current, isDictionary ? Entry(node) : $"{Setting} = false", node));
        }

        private static string Entry(BaseObjectCreationExpressionSyntax node) =>
            node.Initializer?.Expressions.FirstOrDefault() is InitializerExpressionSyntax ? $"{{ {Key}, \"false\" }}" : $"[{Key}] = \"false\"";

        private static ExpressionSyntax? ValueUnderKey(BaseObjectCreationExpressionSyntax node)
        {
            foreach (var entry in node.Initializer?.Expressions ?? default)
            {
                if (entry is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax left } set && left.ArgumentList.Arguments.FirstOrDefault()?.ToString() == Key)
                    return set.Right;

                if (entry is InitializerExpressionSyntax { Expressions: { Count: 2 } pair } && pair[0].ToString() == Key)
                    return pair[1];
            }

            return null;
        }

        /// <summary>What is set again after it was made would undo the repair.</summary>
        private static bool IsSetLater(BaseObjectCreationExpressionSyntax node) => (node.FirstAncestorOrSelf<MemberDeclarationSyntax>(outer => outer is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot()).DescendantNodes().Any(one =>
            (one is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Setting } }) || (one is InvocationExpressionSyntax call && call.ArgumentList.Arguments.FirstOrDefault()?.ToString() == Key));
    }
}
