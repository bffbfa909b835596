using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whom a mapped route lets in: what is said along its own chain, by its groups however they are nested and kept, and by those
/// who hand a builder to the method that maps. Bounded in depth.
/// </summary>
internal sealed class RouteAdmission(Compilation compilation, CancellationToken cancellation)
{
    private const int Deepest = 6;

    public Admission Of(IInvocationOperation map, IMethodSymbol handler)
    {
        if (map.Syntax is not InvocationExpressionSyntax call || map.Arguments.IsEmpty || map.SemanticModel is not { } model)
            return Admission.Unknown;

        // Who returns the endpoint lets its caller say more.
        var own = GuardMarks.Higher(Said(CallChain.After(call)), GuardMarks.Of(handler));
        var around = OfBuilder(map.Arguments[0].Value.Syntax, model, 0);
        return own == Admission.Open && IsReturned(call) ? Admission.Unknown : own == Admission.Open ? around : GuardMarks.Higher(own, around);
    }

    private Admission OfBuilder(SyntaxNode builder, SemanticModel model, int depth)
    {
        if (depth > Deepest)
            return Admission.Unknown;

        while (builder is ParenthesizedExpressionSyntax parenthesized)
            builder = parenthesized.Expression;

        if (builder is InvocationExpressionSyntax call)
            return OfCall(call, model, depth);

        if (builder is not ExpressionSyntax expression || model.GetSymbolInfo(expression, cancellation).Symbol is not { } symbol)
            return Admission.Unknown;

        var said = builder is IdentifierNameSyntax name ? SaidOf(name) : Admission.Open;
        var around = symbol switch
        {
            _ when TypeOf(symbol)?.Name == "WebApplication" => Admission.Open,
            ILocalSymbol local => OfLocal(local, model, depth),
            IParameterSymbol parameter => OfParameter(parameter, depth),
            _ => Admission.Unknown,
        };

        return said == Admission.Open ? around : GuardMarks.Higher(said, around);
    }

    private Admission OfCall(InvocationExpressionSyntax call, SemanticModel model, int depth)
    {
        var said = Said([call]);
        var method = model.GetSymbolInfo(call, cancellation).Symbol as IMethodSymbol;
        foreach (var reference in (method?.ReducedFrom ?? method)?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
            said = GuardMarks.Higher(said, Said(reference.GetSyntax(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>()));

        var receiver = call.Expression is MemberAccessExpressionSyntax access && (method is null or { IsStatic: false } || method.ReducedFrom is not null) ? access.Expression : call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        var around = receiver is null ? Admission.Unknown : OfBuilder(receiver, model, depth + 1);
        return said == Admission.Open ? around : GuardMarks.Higher(said, around);
    }

    private Admission OfLocal(ILocalSymbol local, SemanticModel model, int depth) =>
        local.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<VariableDeclaratorSyntax>().FirstOrDefault()?.Initializer?.Value is { } value ? OfBuilder(value, model, depth + 1) : Admission.Unknown;

    private Admission OfParameter(IParameterSymbol parameter, int depth)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return Admission.Unknown;

        if (method.MethodKind == MethodKind.AnonymousFunction)
            return IsOfHost(parameter) ? Admission.Open : Admission.Unknown;

        var callers = Callers.Of(method, compilation, cancellation);
        if (callers is null or { Count: 0 })
            return callers is not null && GuardSetups.Of(compilation, cancellation).Hosts(compilation) ? Admission.Open : Admission.Unknown;

        var all = callers.Select(caller => OfCaller(caller, parameter, depth + 1)).ToList();
        return all.Contains(Admission.Open) ? Admission.Open : all.Contains(Admission.Unknown) ? Admission.Unknown : all.Max();
    }

    /// <summary>The builder that <c>UseEndpoints</c> hands to its lambda is the application itself.</summary>
    private bool IsOfHost(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } taker && CallChain.NameOf(taker) == "UseEndpoints");

    private Admission OfCaller(IOperation caller, IParameterSymbol parameter, int depth)
    {
        if (caller is not IInvocationOperation { Syntax: InvocationExpressionSyntax call, SemanticModel: { } model } invocation
            || invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is not { } given)
            return Admission.Unknown;

        var said = Said(CallChain.After(call));
        return said == Admission.Open ? OfBuilder(given.Value.Syntax, model, depth) : said;
    }

    /// <summary>What is said of a local or parameter in statements of its own, not of the endpoints that are mapped on it.</summary>
    private static Admission SaidOf(IdentifierNameSyntax builder)
    {
        var scope = builder.Ancestors().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax);
        return scope is null ? Admission.Open : Said(scope.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => Root(call) == builder.Identifier.ValueText));

        static string? Root(InvocationExpressionSyntax call)
        {
            var first = CallChain.Before(call).Append(call).ToList();
            return first.Exists(one => CallChain.NameOf(one) is { } name && Endpoints.MayMap(name)) ? null
                : first.Select(one => ((one.Expression as MemberAccessExpressionSyntax)?.Expression as IdentifierNameSyntax)?.Identifier.ValueText).FirstOrDefault(name => name is not null);
        }
    }

    private static Admission Said(IEnumerable<InvocationExpressionSyntax> calls)
    {
        var said = Admission.Open;
        foreach (var call in calls)
            said = GuardMarks.Higher(said, CallChain.NameOf(call) == GuardWords.AllowAnonymous ? Admission.Declared : GuardWords.Guards(call) ? Admission.Guarded : Admission.Open);

        return said;
    }

    private static bool IsReturned(InvocationExpressionSyntax call)
    {
        var last = CallChain.After(call).LastOrDefault(next => next.Span.Contains(call.Span)) ?? call;
        return last.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: not PredefinedTypeSyntax } };
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
