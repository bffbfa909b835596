using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>A wait that doubles with every attempt, up to a limit, and of which a part is left to chance.</summary>
internal static class BackoffText
{
    /// <summary>The wait as an expression over the number of the attempt.</summary>
    public static string Of(string attempt, SemanticModel model) =>
        $"TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, {attempt}))) + TimeSpan.FromMilliseconds({Dice(model)}.Next(0, 1000))";

    /// <summary>The same as a lambda, whose parameter takes a name that is free.</summary>
    public static string Lambda(SyntaxNode at, SemanticModel model)
    {
        var taken = new HashSet<string>(model.LookupSymbols(at.SpanStart).Select(symbol => symbol.Name), StringComparer.Ordinal);
        var attempt = taken.Contains("attempt") ? "retryAttempt" : "attempt";
        return $"{attempt} => {Of(attempt, model)}";
    }

    /// <summary>Whether code that waits may be written in place: in the statements of an async method, or of one that is not.</summary>
    public static bool IsAsync(SyntaxNode at) => at.Ancestors().Select(around => around switch
    {
        AnonymousFunctionExpressionSyntax function => function.AsyncKeyword != default,
        LocalFunctionStatementSyntax function => HasAsync(function.Modifiers),
        LockStatementSyntax => false,
        BaseMethodDeclarationSyntax method => HasAsync(method.Modifiers),
        GlobalStatementSyntax => true,
        MemberDeclarationSyntax => false,
        _ => (bool?)null,
    }).FirstOrDefault(answer => answer is not null) == true;

    private static bool HasAsync(SyntaxTokenList modifiers) => modifiers.Any(modifier => modifier.ValueText == "async");

    private static string Dice(SemanticModel model) => model.Compilation.GetTypeByMetadataName("System.Random")?.GetMembers("Shared").Length > 0 ? "Random.Shared" : "new Random()";
}
