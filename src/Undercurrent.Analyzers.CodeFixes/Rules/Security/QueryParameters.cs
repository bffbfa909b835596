using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>How each client takes the values of a query beside its text. Null where it takes none, or in a way we cannot vouch for.</summary>
internal static class QueryParameters
{
    /// <summary>The drivers whose parameters are named with <c>@</c> and added with <c>AddWithValue</c>.</summary>
    private static readonly HashSet<string> Drivers = new(StringComparer.Ordinal)
    {
        "Microsoft.Data.SqlClient", "System.Data.SqlClient", "Npgsql", "Microsoft.Data.Sqlite", "MySqlConnector", "MySql.Data.MySqlClient", "System.Data.SQLite",
    };

    /// <summary>Those that name them otherwise, or not at all.</summary>
    private static readonly string[] Others = ["Oracle", "System.Data.Odbc", "System.Data.OleDb", "DuckDB", "ClickHouse", "Snowflake"];

    public static Action<DocumentEditor>? AddedAfter(StatementSyntax statement, IdentifierNameSyntax command, WrittenQuery query, Finding finding) =>
        TakesValues(finding.Model.GetTypeInfo(command).Type) ? editor => Add(editor, query, command.Identifier.ValueText, statement) : null;

    public static Action<DocumentEditor>? OfCreation(BaseObjectCreationExpressionSyntax creation, WrittenQuery query, Finding finding)
    {
        var type = finding.Model.GetTypeInfo(creation).Type;
        if (type is { Name: "QueryDefinition", ContainingNamespace.Name: "Cosmos" } && creation is ObjectCreationExpressionSyntax)
        {
            return editor =>
            {
                editor.ReplaceNode(creation, (current, _) => SyntaxFactory.ParseExpression(InPlace(creation, query) + Withs(query)).WithTriviaFrom(current));
                ReplaceElsewhere(editor, query, creation);
            };
        }

        if (!TakesValues(type) || creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable })
            return null;

        var command = variable.Identifier.ValueText;
        return declaration.Parent switch
        {
            LocalDeclarationStatementSyntax { Parent: BlockSyntax } statement => editor => Add(editor, query, command, statement),
            UsingStatementSyntax { Statement: BlockSyntax { Statements: { Count: > 0 } inner } } => editor => AddBefore(editor, query, command, inner[0]),
            _ => null,
        };
    }

    public static Action<DocumentEditor>? OfCall(InvocationExpressionSyntax call, ArgumentSyntax text, WrittenQuery query, Finding finding)
    {
        if (finding.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return null;

        var type = (method.ReducedFrom ?? method).ContainingType;
        return (type.Name, type.ContainingNamespace.ToDisplayString()) switch
        {
            ("SqlMapper", "Dapper") => OfDapper(call, text, query, finding),
            ("RelationalQueryableExtensions" or "RelationalDatabaseFacadeExtensions", "Microsoft.EntityFrameworkCore") => OfEntityFramework(call, method, type, query),
            ("Container", "Microsoft.Azure.Cosmos") when method.Name == "GetItemQueryIterator" && query.Written.IsInside(text) => editor =>
                editor.ReplaceNode(text.Expression, SyntaxFactory.ParseExpression($"new {finding.Model.Compilation.GetTypeByMetadataName("Microsoft.Azure.Cosmos.QueryDefinition")!.ToMinimalDisplayString(finding.Model, text.SpanStart)}({query.With(AtName).WithoutTrivia()}){Withs(query)}").WithTriviaFrom(text.Expression)),
            _ => null,
        };
    }

    private static Action<DocumentEditor>? OfDapper(InvocationExpressionSyntax call, ArgumentSyntax text, WrittenQuery query, Finding finding)
    {
        var arguments = call.ArgumentList.Arguments;
        var connection = call.Expression is MemberAccessExpressionSyntax access && finding.Model.GetTypeInfo(access.Expression).Type is { } type && type.Name != "SqlMapper" ? type : finding.Model.GetTypeInfo(arguments[0].Expression).Type;
        if (connection?.ContainingNamespace?.ToDisplayString() is not { } space || Array.Exists(Others, other => space.StartsWith(other, StringComparison.Ordinal)))
            return null;

        var at = arguments.IndexOf(text);
        var given = arguments.FirstOrDefault(one => one.NameColon?.Name.Identifier.ValueText == "param") ?? (text.NameColon is null && at + 1 < arguments.Count && arguments[at + 1].NameColon is null ? arguments[at + 1] : null);
        var members = string.Join(", ", query.Values.Select(value => value.IsShorthand ? value.Value : $"{value.Name} = {value.Value}"));
        switch (given?.Expression)
        {
            case null:
                var added = SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"new {{ {members} }}"));
                if (text.NameColon is not null)
                    added = added.WithNameColon(SyntaxFactory.NameColon("param").WithTrailingTrivia(SyntaxFactory.Space));

                return editor =>
                {
                    editor.ReplaceNode(query.Written, query.With(AtName));
                    editor.ReplaceNode(call.ArgumentList, (current, _) => ((ArgumentListSyntax)current).WithArguments(Inserted(((ArgumentListSyntax)current).Arguments, at + 1, added)));
                };
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } nothing:
                return editor =>
                {
                    editor.ReplaceNode(query.Written, query.With(AtName));
                    editor.ReplaceNode(nothing, SyntaxFactory.ParseExpression($"new {{ {members} }}").WithTriviaFrom(nothing));
                };
            case AnonymousObjectCreationExpressionSyntax { Initializers: { Count: > 0 } known } anonymous when !known.Any(one => query.Values.Any(value => value.Name == NameOf(one))):
                return editor =>
                {
                    editor.ReplaceNode(query.Written, query.With(AtName));
                    editor.ReplaceNode(anonymous, SyntaxFactory.ParseExpression(anonymous.WithoutTrivia().ToString().TrimEnd('}', ' ', ',') + $", {members} }}").WithTriviaFrom(anonymous));
                };
            default:
                return null;
        }
    }

    private static Action<DocumentEditor>? OfEntityFramework(InvocationExpressionSyntax call, IMethodSymbol method, INamedTypeSymbol type, WrittenQuery query)
    {
        if (!query.Written.IsInside(call) || query.AsInterpolated() is not { } text || method.Name.IndexOf("Raw", StringComparison.Ordinal) < 0
            || call.ArgumentList.Arguments.Count(one => one.Expression is not IdentifierNameSyntax { Identifier.ValueText: "cancellationToken" or "cancellation" or "token" or "ct" }) != 1
            || call.Expression is not MemberAccessExpressionSyntax { Name: var name })
            return null;

        var taken = new[] { method.Name.Replace("Raw", ""), method.Name.Replace("Raw", "Interpolated") }.FirstOrDefault(other => !type.GetMembers(other).IsEmpty);
        if (taken is null)
            return null;

        return editor =>
        {
            editor.ReplaceNode(query.Written, text);
            editor.ReplaceNode(name, (current, _) => ((SimpleNameSyntax)current).WithIdentifier(SyntaxFactory.Identifier(taken)).WithTriviaFrom(current));
        };
    }

    private static bool TakesValues(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString() is { } space && Drivers.Contains(space) && type.Name.EndsWith("Command", StringComparison.Ordinal) && type.Name != "NpgsqlBatchCommand";

    private static SeparatedSyntaxList<ArgumentSyntax> Inserted(SeparatedSyntaxList<ArgumentSyntax> list, int at, ArgumentSyntax added) =>
        SyntaxFactory.SeparatedList<ArgumentSyntax>(list.GetWithSeparators().InsertRange((at * 2) - 1, [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), added]));

    private static string AtName(WrittenPart value) => "@" + value.Name;

    private static string Adding(string command, WrittenPart value) =>
        $"{command}.Parameters.AddWithValue(\"@{value.Name}\", {value.Value}{(value.MayBeNull && value.Around.Length == 0 ? " ?? \"\"" : "")});";

    private static string Withs(WrittenQuery query) => string.Concat(query.Values.Select(value => $".WithParameter(\"@{value.Name}\", {value.Value})"));

    private static string? NameOf(AnonymousObjectMemberDeclaratorSyntax member) =>
        member.NameEquals?.Name.Identifier.ValueText ?? (member.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (member.Expression as IdentifierNameSyntax)?.Identifier.ValueText;

    private static string InPlace(SyntaxNode around, WrittenQuery query) =>
        query.Written.IsInside(around) ? around.ReplaceNode(query.Written, query.With(AtName)).WithoutTrivia().ToString() : around.WithoutTrivia().ToString();

    private static void ReplaceElsewhere(DocumentEditor editor, WrittenQuery query, SyntaxNode around)
    {
        if (!query.Written.IsInside(around))
            editor.ReplaceNode(query.Written, query.With(AtName));
    }

    private static void Add(DocumentEditor editor, WrittenQuery query, string command, StatementSyntax statement)
    {
        editor.ReplaceNode(query.Written, query.With(AtName));
        editor.InsertAfter(statement, query.Values.Select(value => Blocks.Beside(statement, Adding(command, value))));
    }

    private static void AddBefore(DocumentEditor editor, WrittenQuery query, string command, StatementSyntax statement)
    {
        editor.ReplaceNode(query.Written, query.With(AtName));
        editor.InsertBefore(statement, query.Values.Select(value => Blocks.Beside(statement, Adding(command, value))));
    }
}
