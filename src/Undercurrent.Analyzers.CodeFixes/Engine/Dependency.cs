using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Something a class is given by whoever makes it: a logger, the configuration, a clock.</summary>
/// <param name="Type">The type as it is written, such as <c>ILogger&lt;Loader&gt;</c>.</param>
/// <param name="Space">The namespace it needs.</param>
/// <param name="Word">The name in camel case, such as <c>logger</c>.</param>
internal sealed record Dependency(string Type, string Space, string Word)
{
    /// <summary>
    /// Whether a class can be given it without breaking whoever makes or extends it: one constructor at most, never called by name
    /// in this solution, nothing derived from it; and no other thing goes by its name there.
    /// </summary>
    public async Task<bool> CanBeGivenTo(Finding finding, TypeDeclarationSyntax type, CancellationToken cancellation)
    {
        if (type.ContainsDiagnostics || IsTaken(type, Word) || IsTaken(type, Introduce.FieldName(type, Word)))
            return false;

        if (type is not (ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword })
            || type.Modifiers.Any(SyntaxKind.StaticKeyword) || type.Modifiers.Any(SyntaxKind.PartialKeyword) || Constructors(type).Count > 1)
            return false;

        var name = type.Identifier.ValueText;
        foreach (var document in finding.Document.Project.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp).SelectMany(project => project.Documents))
        {
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            if (root is not null && root.DescendantNodes().Any(node => MakesOrExtends(node, name)))
                return false;
        }

        return Constructors(type).All(constructor => constructor.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) != true && constructor.Body is not null);
    }

    /// <summary>Gives it to the class and returns the name to use it by; asked twice in one run, it gives one.</summary>
    public async Task<string> Give(Finding finding, TypeDeclarationSyntax type, Mending mending)
    {
        var what = $"{type.Identifier.ValueText}@{type.SpanStart} {Type}";
        if (mending.BroughtIn(finding.Document, what) is { } known)
            return known;

        await Introduce.Using(finding, finding.Document, mending, Space).ConfigureAwait(false);
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        var name = PrimaryParameters(type) is { } parameters ? AddParameter(editor, parameters) : AddField(editor, type);
        mending.Remember(finding.Document, what, name);
        return name;
    }

    private static bool IsTaken(TypeDeclarationSyntax type, string name) =>
        type.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static bool MakesOrExtends(SyntaxNode node, string name) => node switch
    {
        ObjectCreationExpressionSyntax made => Last(made.Type) == name,
        BaseListSyntax bases => bases.Types.Any(one => Last(one.Type) == name),
        // A target-typed new names its type where the variable is declared.
        ImplicitObjectCreationExpressionSyntax made => made.FirstAncestorOrSelf<VariableDeclarationSyntax>() is { } variable && Last(variable.Type) == name,
        _ => false,
    };

    private static string? Last(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        NullableTypeSyntax nullable => Last(nullable.ElementType),
        _ => null,
    };

    private static List<ConstructorDeclarationSyntax> Constructors(TypeDeclarationSyntax type) =>
        type.Members.OfType<ConstructorDeclarationSyntax>().Where(constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList();

    /// <summary>The floor's syntax has no name for a class's own parameters; they are its child all the same.</summary>
    private static ParameterListSyntax? PrimaryParameters(TypeDeclarationSyntax type) => type.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();

    private string AddParameter(DocumentEditor editor, ParameterListSyntax parameters)
    {
        editor.ReplaceNode(parameters, (current, _) => With((ParameterListSyntax)current));
        return Word;
    }

    private string AddField(DocumentEditor editor, TypeDeclarationSyntax type)
    {
        var field = Introduce.FieldName(type, Word);
        var assignment = $"{(field == Word ? "this." : "")}{field} = {Word};";
        var declaration = (MemberDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"private readonly {Type} {field};")!;
        if (Constructors(type).FirstOrDefault() is { } constructor)
        {
            editor.ReplaceNode(constructor, (current, _) =>
            {
                var now = (ConstructorDeclarationSyntax)current;
                return now.WithParameterList(With(now.ParameterList))
                    .WithBody(now.Body!.AddStatements(SyntaxFactory.ParseStatement(assignment).WithAdditionalAnnotations(Formatter.Annotation)));
            });
        }
        else
        {
            var newLine = Introduce.NewLine(type);
            var made = SyntaxFactory.ParseMemberDeclaration($"public {type.Identifier.ValueText}({Type} {Word})\n{{\n{assignment}\n}}")!.WithAdditionalAnnotations(Formatter.Annotation);
            editor.ReplaceNode(type, (current, _) => WithConstructor((TypeDeclarationSyntax)current, made, newLine));
        }

        Introduce.FirstMember(editor, type, declaration);
        return field;
    }

    private static TypeDeclarationSyntax WithConstructor(TypeDeclarationSyntax type, MemberDeclarationSyntax made, SyntaxTrivia newLine)
    {
        var place = 0;
        while (place < type.Members.Count && type.Members[place] is BaseFieldDeclarationSyntax)
            place++;

        made = made.WithLeadingTrivia(newLine).WithTrailingTrivia(newLine);
        if (place == type.Members.Count)
            return type.WithMembers(type.Members.Add(made));

        var next = type.Members[place];
        var leading = next.GetLeadingTrivia();
        var spaced = leading.Count > 0 && leading[0].IsKind(SyntaxKind.EndOfLineTrivia) ? next : next.WithLeadingTrivia(leading.Insert(0, newLine));
        return type.WithMembers(type.Members.Replace(next, spaced).Insert(place, made));
    }

    /// <summary>Required parameters come before optional ones and <c>params</c>.</summary>
    private ParameterListSyntax With(ParameterListSyntax list)
    {
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Word)).WithType(SyntaxFactory.ParseTypeName(Type).WithTrailingTrivia(SyntaxFactory.Space));
        var place = list.Parameters.IndexOf(one => one.Default is not null || one.Modifiers.Any(SyntaxKind.ParamsKeyword));
        var parameters = list.Parameters;
        if (place < 0)
        {
            if (parameters.Count > 0)
                parameter = parameter.WithLeadingTrivia(SyntaxFactory.Space);

            return list.WithParameters(parameters.Add(parameter));
        }

        return list.WithParameters(parameters.Insert(place, parameter)).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
