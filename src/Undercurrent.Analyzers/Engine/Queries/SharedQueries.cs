using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The queries put together that rules of other analyzers see too.</summary>
internal static class SharedQueries
{
    private static readonly HashSet<string> RawMethods = new(StringComparer.Ordinal) { "FromSqlRaw", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "SqlQueryRaw" };

    private static readonly HashSet<string> Constructed = new(StringComparer.Ordinal)
    {
        "System.Data.Odbc.OdbcCommand", "System.Data.Odbc.OdbcDataAdapter", "System.Data.SqlClient.SqlCommand", "System.Data.SqlClient.SqlDataAdapter", "Microsoft.Data.SqlClient.SqlCommand", "Microsoft.Data.SqlClient.SqlDataAdapter",
        "Microsoft.Data.Sqlite.SqliteCommand", "MySql.Data.MySqlClient.MySqlCommand", "MySql.Data.MySqlClient.MySqlDataAdapter", "Dapper.CommandDefinition",
    };

    /// <summary>Whether the rule of an ID speaks about a text.</summary>
    /// <param name="id">The other rule.</param>
    /// <param name="taker">The call, creation or assignment that takes the text.</param>
    /// <param name="text">The text.</param>
    public static bool Sees(string id, IOperation taker, IOperation text) => id switch
    {
        "CA2100" => IsOfCommand(taker) && taker.Root() is not ISymbolInitializerOperation,
        "EF1002" => IsRaw(taker, withQuery: true) && text is IInterpolatedStringOperation,
        "EF1003" => IsRaw(taker, withQuery: true) && TextCalls.IsSum(text),
        "S2077" => IsTracked(taker, text.Syntax) && (IsFormatted(text) || IsFormattedBefore(text)),
        _ => false,
    };

    private static bool IsOfCommand(IOperation taker) => taker switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "CommandText", ContainingType: { TypeKind: TypeKind.Class } type } } } => Is(type, "IDbCommand"),
        IObjectCreationOperation { Type: INamedTypeSymbol type } => Is(type, "IDbCommand") || Is(type, "IDataAdapter"),
        _ => false,
    };

    private static bool IsRaw(IOperation taker, bool withQuery) =>
        taker is IInvocationOperation { TargetMethod: { Name: var name, ContainingType: { Name: "RelationalDatabaseFacadeExtensions" or "RelationalQueryableExtensions", ContainingNamespace: { Name: "EntityFrameworkCore", ContainingNamespace.Name: "Microsoft" } } } }
        && RawMethods.Contains(name) && (withQuery || name != "SqlQueryRaw");

    /// <summary>Whether the text stands where S2077 looks for one: the first or second argument, or behind a dot and an equals sign.</summary>
    private static bool IsTracked(IOperation taker, SyntaxNode text) => taker switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "CommandText", ContainingType: var type }, Syntax: MemberAccessExpressionSyntax } } => Is(type, "IDbCommand"),
        IObjectCreationOperation { Type: INamedTypeSymbol type } => Constructed.Contains(type.ToDisplayString()) && PlaceOf(text) == 0,
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType: var type } } => PlaceOf(text) is 0 or 1
            && (IsRaw(taker, withQuery: false) || (name != "QueryUnbufferedAsync" && type.HasMetadataName("Dapper.SqlMapper"))),
        _ => false,
    };

    private static int PlaceOf(SyntaxNode text) =>
        text.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent: ArgumentListSyntax list } argument ? list.Arguments.IndexOf(argument) : -1;

    private static bool IsFormatted(IOperation text) =>
        text is IInterpolatedStringOperation or IInvocationOperation { TargetMethod: { Name: nameof(string.Format) or nameof(string.Concat), ContainingType.SpecialType: SpecialType.System_String } } || TextCalls.IsSum(text);

    /// <summary>The one assignment of a local, where it stands in a block around its use.</summary>
    private static bool IsFormattedBefore(IOperation text) =>
        text is ILocalReferenceOperation { Local: var local } && ValueOrigin.AssignedOnce(local, text) is { } given && IsFormatted(given)
        && given.Syntax.FirstAncestorOrSelf<StatementSyntax>() is LocalDeclarationStatementSyntax { Parent: { } around } && text.Syntax.Ancestors().Contains(around);

    private static bool Is(INamedTypeSymbol type, string contract) =>
        IsContract(type, contract) || type.AllInterfaces.Any(one => IsContract(one, contract));

    private static bool IsContract(INamedTypeSymbol type, string contract) => type.Name == contract && type.ContainingNamespace is { Name: "Data", ContainingNamespace.Name: nameof(System) };
}
