using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Undercurrent.Analyzers.Engine.Leniency;

/// <summary>Has CsvHelper, from 34 on, throw as it did before.</summary>
internal static class StrictCsv
{
    private static readonly (string Member, string Type)[] Questions = [("MalformedData", "CsvMalformedDataHandling"), ("FieldCountMismatch", "CsvFieldCountHandling"), ("MissingField", "CsvMissingFieldHandling")];

    public static IReadOnlyList<(string Member, string Value)> Settings(SyntaxNode at, Finding finding)
    {
        var space = finding.Model.LookupNamespacesAndTypes(at.SpanStart, name: "CsvReaderOptions").IsEmpty ? "CsvHelper." : "";
        return Questions.Select(question => (question.Member, $"{space}{question.Type}.Throw")).ToList();
    }

    /// <summary>Gives the reader strict options, in place of those there are by default.</summary>
    public static Action<SyntaxEditor>? Call(InvocationExpressionSyntax call, Finding finding)
    {
        if (finding.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingType.Name: "CsvReader" } method || method.Parameters.FirstOrDefault(parameter => parameter.Type.Name == "CsvReaderOptions") is not { } options)
            return null;

        var arguments = call.ArgumentList.Arguments;
        var given = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == options.Name)
            ?? (arguments.Count > options.Ordinal && arguments[options.Ordinal].NameColon is null ? arguments[options.Ordinal] : null);
        var type = finding.Model.LookupNamespacesAndTypes(call.SpanStart, name: "CsvReaderOptions").IsEmpty ? "CsvHelper.CsvReaderOptions" : "CsvReaderOptions";
        if (given is null)
        {
            var strict = WrittenSettings.With(SyntaxFactory.ParseExpression($"new {type}"), Settings(call, finding));
            var argument = SyntaxFactory.Argument(strict).WithLeadingTrivia(SyntaxFactory.Space);
            if (arguments.Count != options.Ordinal || arguments.Any(one => one.NameColon is not null))
                argument = argument.WithoutLeadingTrivia().WithNameColon(SyntaxFactory.NameColon(options.Name).WithTrailingTrivia(SyntaxFactory.Space)).WithLeadingTrivia(SyntaxFactory.Space);

            return editor => editor.ReplaceNode(call, (current, _) => ((InvocationExpressionSyntax)current).AddArgumentListArguments(argument));
        }

        if (given.Expression is IdentifierNameSyntax)
            return null;

        var made = SyntaxFactory.ParseExpression(given.Expression is InvocationExpressionSyntax ? $"{given.Expression} with {{ }}" : $"new {type}");
        return editor => editor.ReplaceNode(given.Expression, WrittenSettings.With(made, Settings(call, finding)).WithTriviaFrom(given.Expression));
    }
}
