using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Leniency;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Has the parser throw at what is bad, or has it said.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2010BadRecordsIgnoredFix() : PipelineFix(UC2010BadRecordsIgnored.Rule, new ReadsStrictly(), new LogsWhatIsBad())
{
    private sealed class ReadsStrictly() : Remedy("strict", "Read strictly")
    {
        private static readonly Dictionary<string, string> Strict = new(StringComparer.Ordinal)
        {
            ["ErrorMode.IgnoreAndContinue"] = "ThrowException",
            ["ChoErrorMode.IgnoreAndContinue"] = "ThrowAndStop",
            ["ParseErrorAction.AdvanceToNextLine"] = "ThrowException",
            ["MissingFieldAction.ReplaceByEmpty"] = "ParseError",
            ["MissingFieldAction.ReplaceByNull"] = "ParseError",
            ["CsvMalformedDataHandling.Skip"] = "Throw",
            ["CsvFieldCountHandling.Skip"] = "Throw",
            ["JsonUnmappedMemberHandling.Skip"] = "Disallow",
        };

        private protected override Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) => Task.FromResult(Edit(finding) is not null);

        private protected override async Task MendAsync(Finding finding, Mending mending) => Edit(finding)!(await mending.EditorOf(finding.Document).ConfigureAwait(false));

        private static Action<SyntaxEditor>? Edit(Finding finding)
        {
            var at = finding.Root.FindNode(finding.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var value = at is AssignmentExpressionSyntax { Right: var right } ? right : at as ExpressionSyntax;
            if (value is not null && Stricter(value, finding) is { } stricter)
                return editor => editor.ReplaceNode(value, stricter.WithTriviaFrom(value));

            return at switch
            {
                AssignmentExpressionSyntax setting when Whole(setting) is var whole && WrittenSettings.CanRemove(whole) => editor => WrittenSettings.Remove(whole, editor),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ContinueAfterDroppedDocuments" } access } call =>
                    editor => editor.ReplaceNode(call, (current, _) => ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression.WithoutTrailingTrivia().WithTrailingTrivia(current.GetTrailingTrivia())),
                InvocationExpressionSyntax call => StrictCsv.Call(call, finding),
                ExpressionSyntax made and (BaseObjectCreationExpressionSyntax or WithExpressionSyntax) => editor => editor.ReplaceNode(made, WrittenSettings.With(made, StrictCsv.Settings(made, finding))),
                _ => null,
            };
        }

        /// <summary>A handler of errors that does nothing but handle them goes as a whole.</summary>
        private static AssignmentExpressionSyntax Whole(AssignmentExpressionSyntax setting) =>
            setting.FirstAncestorOrSelf<LambdaExpressionSyntax>() is { Parent: AssignmentExpressionSyntax around } lambda && (lambda.Body == setting || lambda.Body is BlockSyntax { Statements.Count: 1 }) ? around : setting;

        private static ExpressionSyntax? Stricter(ExpressionSyntax value, Finding finding)
        {
            if (value is LiteralExpressionSyntax { Token.Value: string text } && text.Trim().ToUpperInvariant() is "DROPMALFORMED" or "PERMISSIVE")
                return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("FAILFAST"));

            return finding.Model.GetSymbolInfo(value).Symbol is IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type } mode && Strict.TryGetValue($"{type.Name}.{mode.Name}", out var strict)
                ? SyntaxFactory.ParseExpression(value is MemberAccessExpressionSyntax access ? $"{access.Expression}.{strict}" : strict)
                : null;
        }
    }

    /// <summary>Has the line of a bad record told; what it says stays out of the log.</summary>
    private sealed class LogsWhatIsBad() : Remedy<AssignmentExpressionSyntax>("log", "Log what is bad")
    {
        private const string Space = "Microsoft.Extensions.Logging";

        private static readonly Dictionary<string, string> Handlers = new(StringComparer.Ordinal)
        {
            ["BadDataFound"] = "args => {0}.LogWarning(\"Line {{Line}} is malformed\", args.Context.Parser?.Row)",
            ["HeaderValidated"] = "args => {0}.LogWarning(\"{{Headers}} headers are missing\", args.InvalidHeaders.Length)",
            ["MissingFieldFound"] = "args => {0}.LogWarning(\"Line {{Line}} has no field {{Index}}\", args.Context.Parser?.Row, args.Index)",
        };

        private protected override async Task<bool> CanMendAsync(AssignmentExpressionSyntax node, Finding finding, CancellationToken cancellation)
        {
            if (finding.Model.GetSymbolInfo(node.Left, cancellation).Symbol is not IPropertySymbol { Type: INamedTypeSymbol { ContainingNamespace.Name: "CsvHelper", DelegateInvokeMethod.Parameters.Length: 1 } } setting || !Handlers.ContainsKey(setting.Name))
                return false;

            if (Reach.NameOf(finding.Model, node, Space + ".ILogger") is not null)
                return true;

            return finding.Model.Compilation.GetTypeByMetadataName(Space + ".ILogger`1") is not null && !Reach.IsStatic(node)
                && TypeAround(node) is { } type && await For(type).CanBeGivenTo(finding, type, cancellation).ConfigureAwait(false);
        }

        private protected override async Task MendAsync(AssignmentExpressionSyntax node, Finding finding, Mending mending)
        {
            var logger = Reach.NameOf(finding.Model, node, Space + ".ILogger");
            if (logger is null)
            {
                var type = TypeAround(node)!;
                logger = await For(type).Give(finding, type, mending).ConfigureAwait(false);
            }

            await Introduce.Using(finding, finding.Document, mending, Space).ConfigureAwait(false);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            var setting = finding.Model.GetSymbolInfo(node.Left).Symbol!.Name;
            var handler = SyntaxFactory.ParseExpression(string.Format(System.Globalization.CultureInfo.InvariantCulture, Handlers[setting], logger));
            editor.ReplaceNode(node.Right, handler.WithTriviaFrom(node.Right));
        }

        private static Dependency For(TypeDeclarationSyntax type) => new($"ILogger<{type.Identifier.ValueText}{type.TypeParameterList}>", Space, "logger");

        private static TypeDeclarationSyntax? TypeAround(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
    }
}
