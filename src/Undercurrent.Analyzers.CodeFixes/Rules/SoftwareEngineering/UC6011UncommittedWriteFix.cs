using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Finishes the work where its scope ends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6011UncommittedWriteFix() : PipelineFix(UC6011UncommittedWrite.Rule, new Finishes(), new Disposes())
{
    /// <summary>The statement that begins the work, and the name by which it is finished.</summary>
    private static (StatementSyntax Statement, string Name)? BegunBy(ExpressionSyntax node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return null;

        var declared = statement switch
        {
            UsingStatementSyntax { Declaration: { } declaration } => declaration,
            LocalDeclarationStatementSyntax { Declaration: var declaration } => declaration,
            _ => null,
        };
        if (declared is { Variables: { Count: 1 } variables })
            return (statement, variables[0].Identifier.Text);

        return statement is ExpressionStatementSyntax && node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner } } && model.GetSymbolInfo(owner).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol
            ? (statement, owner.ToString())
            : null;
    }

    private sealed class Finishes() : Remedy<ExpressionSyntax>("finish", "Commit at the end")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Place(node, finding) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var (end, text) = Place(node, finding)!.Value;
            end.Insert(await mending.EditorOf(finding.Document).ConfigureAwait(false), text);
        }

        private static (ScopeEnd End, string Text)? Place(ExpressionSyntax node, Finding finding)
        {
            if (finding.Known(UC6011UncommittedWrite.Ending) is not { } ending || BegunBy(node, finding.Model) is not var (statement, name) || ScopeEnd.Of(statement, name, finding.Model) is not { } end)
                return null;

            var position = end.Place.SpanStart;
            var owner = finding.Model.GetSpeculativeTypeInfo(position, SyntaxFactory.ParseExpression(name), SpeculativeBindingOption.BindAsExpression).Type;
            if (owner is null || Method(owner, ending) is not { } method)
                return null;

            var token = method.Parameters.Any(static parameter => parameter.Type.Name == nameof(CancellationToken)) ? Reach.NameOf(finding.Model, end.Place, "System.Threading.CancellationToken") : null;
            var call = $"{name}.{ending}({token});";
            return (end, ending.EndsWith("Async", StringComparison.Ordinal) ? "await " + call : call);
        }

        /// <summary>The method, where it asks for nothing that only the author knows and answers nothing that must be looked at.</summary>
        private static IMethodSymbol? Method(ITypeSymbol owner, string ending)
        {
            var types = new[] { owner }.Concat(owner.AllInterfaces).ToList();
            for (var one = owner.BaseType; one is not null; one = one.BaseType)
                types.Add(one);

            return owner.Name == "TransactionalBatch" ? null : types.SelectMany(type => type.GetMembers(ending)).OfType<IMethodSymbol>()
                .Where(static method => method.Parameters.All(static parameter => parameter.IsOptional)).OrderByDescending(static method => method.Parameters.Length).FirstOrDefault();
        }
    }

    private sealed class Disposes() : Remedy<ExpressionSyntax>("dispose", "Dispose of it at the end")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
            finding.Known(UC6011UncommittedWrite.Ending) is null && finding.Known(UC6011UncommittedWrite.Writer) is not null
            && node.FirstAncestorOrSelf<StatementSyntax>() is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: { Count: 1 } variables, Parent: BlockSyntax or GlobalStatementSyntax } statement
            && variables[0].Initializer is not null
            && finding.Model.GetDeclaredSymbol(variables[0], cancellation) is ILocalSymbol { Type: { } type } && Reach.Is(type, "System.IDisposable")
            && !IsReadBefore(statement, node, variables[0].Identifier.Text));

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var statement = (LocalDeclarationStatementSyntax)node.FirstAncestorOrSelf<StatementSyntax>()!;
            var keyword = SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(statement, (current, _) => ((LocalDeclarationStatementSyntax)current.WithoutLeadingTrivia()).WithUsingKeyword(keyword));
        }

        /// <summary>Whether what the writer writes to is looked at after it was last written to: then the end comes too late.</summary>
        private static bool IsReadBefore(StatementSyntax statement, ExpressionSyntax node, string name)
        {
            var under = node.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static one => one.Identifier.ValueText).ToList();
            var scope = statement.Parent is GlobalStatementSyntax { Parent: { } unit } ? unit : statement.Parent!;
            var mentions = scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(one => one.SpanStart > statement.Span.End).ToList();
            var last = mentions.FindLastIndex(one => one.Identifier.ValueText == name);
            return mentions.Skip(last + 1).Any(one => under.Contains(one.Identifier.ValueText));
        }
    }
}
