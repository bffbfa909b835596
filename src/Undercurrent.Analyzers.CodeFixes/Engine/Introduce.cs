using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Brings in what a remedy needs, the way a person would: a <c>using</c>, a field, a constructor parameter kept in a field or a
/// parameter of the primary constructor.
/// </summary>
internal static class Introduce
{
    /// <summary>Adds <c>using space;</c> unless the file sees that namespace already. Asked twice, it adds one.</summary>
    public static async Task Using(Finding finding, Document document, Mending mending, string space)
    {
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(mending.Cancellation).ConfigureAwait(false))!;
        var model = document.Id == finding.Document.Id ? finding.Model : (await document.GetSemanticModelAsync(mending.Cancellation).ConfigureAwait(false))!;
        if (mending.BroughtIn(document, "using " + space) is not null || Sees(model, root, space))
            return;

        mending.Remember(document, "using " + space, space);
        var editor = await mending.EditorOf(document).ConfigureAwait(false);
        editor.ReplaceNode(root, (current, _) => WithUsing((CompilationUnitSyntax)current, space, NewLine(root)));
    }

    /// <summary>Adds a member as the first of its type, followed by a blank line where something follows.</summary>
    public static void FirstMember(DocumentEditor editor, TypeDeclarationSyntax type, MemberDeclarationSyntax member)
    {
        var newLine = NewLine(type);
        var ready = member.WithAdditionalAnnotations(Formatter.Annotation);
        editor.ReplaceNode(type, (current, _) =>
        {
            var now = (TypeDeclarationSyntax)current;
            if (now.Members.Count == 0)
                return now.AddMembers(ready);

            var first = now.Members[0];
            var kept = first is FieldDeclarationSyntax && member is FieldDeclarationSyntax
                ? first
                : first.WithLeadingTrivia(first.GetLeadingTrivia().Insert(0, newLine));
            return now.WithMembers(now.Members.Replace(first, kept).Insert(0, ready.WithTrailingTrivia(newLine)));
        });
    }

    /// <summary>A name for a new field in the style of the type's own fields.</summary>
    public static string FieldName(TypeDeclarationSyntax type, string word) =>
        type.Members.OfType<FieldDeclarationSyntax>().Where(field => !field.Modifiers.Any(SyntaxKind.ConstKeyword) && !field.Modifiers.Any(SyntaxKind.StaticKeyword))
            .SelectMany(field => field.Declaration.Variables).Select(variable => variable.Identifier.ValueText).FirstOrDefault() is { } example && example[0] != '_'
            ? word
            : "_" + word;

    /// <summary>The line end of the file a node is in; editors may mix what compilers do not mind.</summary>
    public static SyntaxTrivia NewLine(SyntaxNode node) =>
        SyntaxFactory.ElasticEndOfLine(node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToString() is { Length: > 0 } end ? end : "\n");

    private static bool Sees(SemanticModel model, CompilationUnitSyntax root, string space)
    {
        var position = root.Members.LastOrDefault() is { } last ? last.Span.End - 1 : root.FullSpan.End;
        return model.GetImportScopes(position, CancellationToken.None).SelectMany(scope => scope.Imports).Any(import => import.NamespaceOrType.ToDisplayString() == space)
            || (model.GetEnclosingSymbol(position)?.ContainingNamespace is { IsGlobalNamespace: false } own && (own.ToDisplayString() + ".").StartsWith(space + ".", StringComparison.Ordinal));
    }

    private static CompilationUnitSyntax WithUsing(CompilationUnitSyntax root, string space, SyntaxTrivia newLine)
    {
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space)).NormalizeWhitespace().WithTrailingTrivia(newLine);
        var usings = root.Usings;
        if (usings.Count == 0)
        {
            var inner = root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(own => own.Usings.Count > 0);
            return inner is null ? FirstUsing(root, directive, newLine) : root.ReplaceNode(inner, inner.WithUsings(inner.Usings.Insert(Place(inner.Usings, space), directive.WithLeadingTrivia(Indentation(inner.Usings[0])))));
        }

        var place = Place(usings, space);
        return place == 0
            ? root.WithUsings(usings.Replace(usings[0], usings[0].WithLeadingTrivia()).Insert(0, directive.WithLeadingTrivia(usings[0].GetLeadingTrivia())))
            : root.WithUsings(usings.Insert(place, directive));
    }

    private static SyntaxTriviaList Indentation(SyntaxNode node) => SyntaxFactory.TriviaList(node.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    private static CompilationUnitSyntax FirstUsing(CompilationUnitSyntax root, UsingDirectiveSyntax directive, SyntaxTrivia newLine) =>
        root.WithUsings(SyntaxFactory.SingletonList(directive.WithTrailingTrivia(newLine, newLine)));

    /// <summary>Where the directive belongs among its neighbours: System first, then by the alphabet; at the end where they are unsorted.</summary>
    private static int Place(SyntaxList<UsingDirectiveSyntax> usings, string space)
    {
        var plain = usings.TakeWhile(one => one.Alias is null && one.StaticKeyword.IsKind(SyntaxKind.None)).ToList();
        var place = plain.FindIndex(one => Order(one.Name!.ToString(), space) > 0 && one.GlobalKeyword.IsKind(SyntaxKind.None));
        return place < 0 ? plain.Count : place;
    }

    private static int Order(string left, string right)
    {
        var (leftIsSystem, rightIsSystem) = (IsSystem(left), IsSystem(right));
        return leftIsSystem == rightIsSystem ? string.CompareOrdinal(left, right) : leftIsSystem ? -1 : 1;
    }

    private static bool IsSystem(string space) => space == "System" || space.StartsWith("System.", StringComparison.Ordinal);
}
