using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Reads all pages into a list, where the page was kept in a local: by the client's paginator, or as long as the iterator has more.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2012FirstPageOnlyFix() : PipelineFix(UC2012FirstPageOnly.Rule, new Paginates(), new Iterates())
{
    /// <summary>A statement that keeps an awaited page in a local, and the places that use the page.</summary>
    private sealed record Kept(LocalDeclarationStatementSyntax Statement, string Local, InvocationExpressionSyntax Call, IReadOnlyList<IdentifierNameSyntax> Uses)
    {
        public static Kept? Of(InvocationExpressionSyntax call, Finding finding, CancellationToken cancellation)
        {
            SyntaxNode whole = call;
            while (whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax or ParenthesizedExpressionSyntax)
                whole = whole.Parent;

            if (whole.Parent is not AwaitExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } statement } } declarator } }
                || finding.Model.GetDeclaredSymbol(declarator, cancellation) is not { } local)
                return null;

            var uses = block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(finding.Model.GetSymbolInfo(name, cancellation).Symbol, local)).ToList();
            return uses.Count == 0 ? null : new(statement, local.Name, call, uses);
        }
    }

    private static StatementSyntax[] Lines(StatementSyntax statement, params string[] texts)
    {
        var (indent, end) = (Blocks.IndentationOf(statement), Introduce.NewLine(statement).ToString());
        var lines = texts.Select(text => SyntaxFactory.ParseStatement(text.Replace("\n", end + indent + "    ")).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(SyntaxFactory.EndOfLine(end))).ToArray();
        lines[0] = lines[0].WithLeadingTrivia(statement.GetLeadingTrivia());
        lines[lines.Length - 1] = lines[lines.Length - 1].WithTrailingTrivia(statement.GetTrailingTrivia());
        return lines;
    }

    private static async Task Put(Kept kept, StatementSyntax[] lines, IEnumerable<(SyntaxNode From, string To)> uses, Finding finding, Mending mending)
    {
        await Introduce.Using(finding, finding.Document, mending, "System.Collections.Generic").ConfigureAwait(false);
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        foreach (var (from, to) in uses)
            editor.ReplaceNode(from, SyntaxFactory.IdentifierName(to).WithTriviaFrom(from));

        editor.InsertBefore(kept.Statement, lines);
        editor.RemoveNode(kept.Statement, SyntaxRemoveOptions.KeepNoTrivia);
    }

    private static string ItemOf(ITypeSymbol collection, SemanticModel model, int at) =>
        (collection as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()?.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, at) ?? "object";

    /// <summary>AWS: the paginator of the same name gives the items of all pages.</summary>
    private sealed class Paginates() : Remedy<InvocationExpressionSyntax>("paginator", "Read all pages with the paginator")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Of(node, finding, cancellation) is not null);

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var (kept, paginator, member, item) = Of(node, finding, mending.Cancellation)!.Value;
            var client = ((MemberAccessExpressionSyntax)kept.Call.Expression).Expression.WithoutTrivia();
            var request = kept.Call.ArgumentList.Arguments[0].Expression.WithoutTrivia();
            var (list, one) = (char.ToLowerInvariant(member[0]) + member.Substring(1), "one");
            if (finding.Model.LookupSymbols(kept.Statement.SpanStart, name: list).Length > 0)
                list = "all" + member;

            var lines = Lines(kept.Statement, $"var {list} = new List<{item}>();", $"await foreach (var {one} in {client}.Paginators.{paginator}({request}).{member})\n{list}.Add({one});");
            await Put(kept, lines, kept.Uses.Select(use => (use.Parent!, list)), finding, mending).ConfigureAwait(false);
        }

        private static (Kept Kept, string Paginator, string Member, string Item)? Of(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation)
        {
            if (Kept.Of(node, finding, cancellation) is not { } kept || node.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access || node.ArgumentList.Arguments.Count is 0 or > 2)
                return null;

            var paginator = name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;
            var members = kept.Uses.Select(use => use.Parent is MemberAccessExpressionSyntax member && member.Expression == use ? member.Name.Identifier.ValueText : "").Distinct().ToList();
            var pages = PropertyOf(finding.Model.GetTypeInfo(access.Expression, cancellation).Type, "Paginators")?.Type.GetMembers(paginator).OfType<IMethodSymbol>()
                .FirstOrDefault(method => method.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, finding.Model.GetTypeInfo(node.ArgumentList.Arguments[0].Expression, cancellation).Type))?.ReturnType;
            return members.Count == 1 && PropertyOf(pages, members[0]) is { Type: { } items } ? (kept, paginator, members[0], ItemOf(items, finding.Model, node.SpanStart)) : null;
        }

        private static IPropertySymbol? PropertyOf(ITypeSymbol? type, string name)
        {
            for (var one = type; one is not null; one = one.BaseType)
            {
                if (one.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                    return property;
            }

            return type?.AllInterfaces.SelectMany(one => one.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault();
        }
    }

    /// <summary>Cosmos DB: an iterator is read as long as it has more results, and some of its pages are empty.</summary>
    private sealed class Iterates() : Remedy<InvocationExpressionSyntax>("loop", "Read as long as there are more results")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
            node.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ReadNextAsync", Expression: IdentifierNameSyntax iterator } && finding.Model.GetTypeInfo(iterator, cancellation).Type is INamedTypeSymbol { Name: "FeedIterator", TypeArguments.Length: 1 }
            && Kept.Of(node, finding, cancellation) is { } kept && kept.Uses.All(use => use.Parent is not MemberAccessExpressionSyntax member || member.Expression != use || member.Name.Identifier.ValueText is "Resource" or "Count" || finding.Model.GetSymbolInfo(member, cancellation).Symbol is IMethodSymbol { IsExtensionMethod: true }));

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var kept = Kept.Of(node, finding, mending.Cancellation)!;
            var iterator = ((MemberAccessExpressionSyntax)node.Expression).Expression.ToString();
            var item = ItemOf(finding.Model.GetTypeInfo(((MemberAccessExpressionSyntax)node.Expression).Expression, mending.Cancellation).Type!, finding.Model, node.SpanStart);
            var read = kept.Statement.Declaration.Variables[0].Initializer!.Value.WithoutTrivia();
            var lines = Lines(kept.Statement, $"var {kept.Local} = new List<{item}>();", $"while ({iterator}.HasMoreResults)\n{kept.Local}.AddRange({read});");
            var uses = kept.Uses.Where(use => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Resource" }).Select(use => (use.Parent!, kept.Local));
            await Put(kept, lines, uses, finding, mending).ConfigureAwait(false);
        }
    }
}
