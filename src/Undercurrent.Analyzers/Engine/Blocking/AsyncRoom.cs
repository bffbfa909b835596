using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Blocking;

/// <summary>Whether code could await instead: its function is asynchronous, gives a task, or is free to become so.</summary>
internal static class AsyncRoom
{
    /// <summary>What is handed to methods that run while a program starts, when nobody waits for a thread yet.</summary>
    private static readonly HashSet<string> Starting = new(StringComparer.Ordinal) { "WebApplication", "IApplicationBuilder", "IHost", "IWebHost", "IServiceCollection", "WebApplicationBuilder", "IHostApplicationBuilder", "IHostBuilder", "IWebHostBuilder" };

    /// <summary>Whether the function around awaits already.</summary>
    public static bool IsAsync(SyntaxNode at) => FunctionOf(at) switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    } && !IsBarred(at);

    public static bool Is(SyntaxNode at, SemanticModel model, CancellationToken cancellation)
    {
        if (IsBarred(at))
            return false;

        switch (FunctionOf(at))
        {
            case AnonymousFunctionExpressionSyntax lambda:
                return IsAsync(at) || GivesTask(model.GetSymbolInfo(lambda, cancellation).Symbol as IMethodSymbol) || (IsFree(lambda) && Is(lambda, model, cancellation));
            case LocalFunctionStatementSyntax local:
                return IsAsync(at) || IsFree(model.GetDeclaredSymbol(local, cancellation) as IMethodSymbol, local);
            case MethodDeclarationSyntax method:
                return IsAsync(at) || IsFree(model.GetDeclaredSymbol(method, cancellation), method);
            default:
                return false;
        }
    }

    /// <summary>The function that waits; a member that cannot await, too.</summary>
    private static SyntaxNode? FunctionOf(SyntaxNode at) => at.Ancestors().FirstOrDefault(outer => outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax);

    /// <summary>Where no <c>await</c> may stand: under a lock, in a filter, in a query.</summary>
    private static bool IsBarred(SyntaxNode at) => at.Ancestors().TakeWhile(outer => outer is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
        .Any(outer => outer is LockStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax or UnsafeStatementSyntax or ConstructorInitializerSyntax);

    /// <summary>A lambda that some library runs in passing; not one that makes something when it is first asked for, or that is told of an event.</summary>
    private static bool IsFree(AnonymousFunctionExpressionSyntax lambda) => lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
        && CallChain.NameOf(call) is "Select" or "SelectMany" or "ForEach" or "Where" or "Run" or "Any" or "All" or "ToDictionary" or "StartNew" or "Invoke";

    private static bool IsFree(IMethodSymbol? method, SyntaxNode declaration)
    {
        if (method is null)
            return false;

        if (GivesTask(method))
            return true;

        return method is { IsOverride: false, ReturnsByRef: false, IsExtern: false, PartialDefinitionPart: null, PartialImplementationPart: null } and not { Name: "Main" or "Dispose" or "ToString" or "Equals" or "GetHashCode" }
            && method.Parameters.All(parameter => parameter is { RefKind: RefKind.None, Type: { IsRefLikeType: false, Name: var type } } && !Starting.Contains(type)) && !IsHandler(method)
            && !ImplementsForeign(method) && !HasAsyncTwin(method)
            && !declaration.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) || node == declaration).Any(node => node is YieldStatementSyntax);
    }

    private static bool GivesTask(IMethodSymbol? method) => method is not null && (ValueUses.IsTask(method.ReturnType) || method.ReturnType.Name == "IAsyncEnumerable");

    private static bool IsHandler(IMethodSymbol method) => method is { ReturnsVoid: true, Parameters.Length: 2 } && method.Parameters[1].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal);

    /// <summary>Whether somebody else's interface says what the method looks like.</summary>
    private static bool ImplementsForeign(IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations.Any(one => one.DeclaringSyntaxReferences.IsEmpty)
        || method.ContainingType.AllInterfaces.Where(one => one.DeclaringSyntaxReferences.IsEmpty).SelectMany(one => one.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>Whether callers may choose: the same is there to be awaited.</summary>
    private static bool HasAsyncTwin(IMethodSymbol method) => method.ContainingType.GetMembers(method.Name + "Async").Length > 0;
}
