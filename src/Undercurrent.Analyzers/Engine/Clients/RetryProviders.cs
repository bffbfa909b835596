using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether a connection or command of <c>Microsoft.Data.SqlClient</c> is given a <c>RetryLogicProvider</c>: where it is made, on the
/// name it is kept by, by a method in source that it is handed to, or by every caller that hands it over.
/// </summary>
internal sealed class RetryProviders(PipelineProject project, CancellationToken cancellation)
{
    public const string Property = "RetryLogicProvider";

    private const int Deepest = 2;

    /// <summary>Whether a connection or command tries again, by itself or by all that it may come from.</summary>
    /// <param name="client">The connection or command as it is used.</param>
    /// <param name="ends">Where it comes from.</param>
    public bool AreGivenTo(IOperation client, IReadOnlyList<IOperation> ends) =>
        MayTakeOne(client.Type) && (IsGivenTo(client) || (ends.Count > 0 && ends.All(end => IsGivenTo(end) || IsGivenBefore(end, 0))));

    /// <summary>Connections and commands of other providers have no such property; what is abstract may be one that has.</summary>
    private static bool MayTakeOne(ITypeSymbol? type) => type is { IsAbstract: true } || type?.ContainingNamespace?.ToDisplayString() == "Microsoft.Data.SqlClient";

    /// <summary>Whether a provider is set where something is made, or on the name by which it is known there.</summary>
    private bool IsGivenTo(IOperation client)
    {
        if (client is IObjectCreationOperation { Initializer: { } initial } && initial.Initializers.OfType<ISimpleAssignmentOperation>().Any(Sets))
            return true;

        var kept = SymbolOf(client) ?? KeptBy(client);
        return kept is IFieldSymbol or IPropertySymbol
            ? kept.ContainingType.DeclaringSyntaxReferences.Any(reference => SetIn(reference.GetSyntax(cancellation), kept))
            : kept is not null && client.Root().Descendants().Any(operation => IsSetBy(operation, kept));
    }

    private bool SetIn(SyntaxNode type, ISymbol member) =>
        project.Compilation.ContainsSyntaxTree(type.SyntaxTree)
        && type.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(one => one.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Property }
            && SourceModels.ModelOf(project.Compilation, type.SyntaxTree).GetOperation(one, cancellation) is { } assignment && IsSetBy(assignment, member));

    private bool IsSetBy(IOperation operation, ISymbol client) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } target } } assignment => Sets(assignment) && Is(target, client),
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } call => call.Arguments.Any(argument => Is(argument.Value, client))
            && SourceModels.BodyOf(call.TargetMethod, project.Compilation, cancellation)?.Descendants().OfType<ISimpleAssignmentOperation>().Any(Sets) == true,
        _ => false,
    };

    /// <summary>What the body at hand does not make is made by its callers, or by somebody out of sight who may have set one.</summary>
    private bool IsGivenBefore(IOperation end, int depth) => end switch
    {
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } parameter } =>
            depth < Deepest && Callers.Of(method, project.Compilation, cancellation) is { Count: > 0 } callers && callers.All(caller => IsHandedOver(caller, parameter, depth)),
        IParameterReferenceOperation => RetrySetups.Of(project.Compilation, cancellation).Has(Property),
        IInvocationOperation { TargetMethod: { IsAbstract: true } method } => Implementations.Of(method, project.Compilation, cancellation) is { Count: > 0 } all
            ? all.All(one => SourceModels.BodyOf(one, project.Compilation, cancellation)?.Descendants().OfType<ISimpleAssignmentOperation>().Any(Sets) == true)
            : RetrySetups.Of(project.Compilation, cancellation).Has(Property),
        _ => false,
    };

    private bool IsHandedOver(IOperation caller, IParameterSymbol parameter, int depth)
    {
        if (caller is not IInvocationOperation call || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value.Unwrapped() is not { } given)
            return false;

        var ends = ClientOrigin.Of(given, project.Compilation, cancellation);
        return IsGivenTo(given) || (ends.Count > 0 && ends.All(end => IsGivenTo(end) || IsGivenBefore(end, depth + 1)));
    }

    private static bool Sets(ISimpleAssignmentOperation assignment) => assignment.Target is IPropertyReferenceOperation { Property.Name: Property } && assignment.Value.ConstantValue is not { HasValue: true, Value: null };

    private static bool Is(IOperation value, ISymbol client) => SymbolEqualityComparer.Default.Equals(SymbolOf(value.Unwrapped()), client);

    private static ISymbol? SymbolOf(IOperation client) => client switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => member.Member,
        _ => null,
    };

    /// <summary>What something is put into as it is made.</summary>
    private static ISymbol? KeptBy(IOperation made)
    {
        var holder = made.Parent;
        while (holder is IConversionOperation or IVariableInitializerOperation or IAwaitOperation or ICoalesceOperation)
            holder = holder.Parent;

        return holder switch
        {
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            ISimpleAssignmentOperation assignment => SymbolOf(assignment.Target),
            IFieldInitializerOperation field => field.InitializedFields.FirstOrDefault(),
            IPropertyInitializerOperation property => property.InitializedProperties.FirstOrDefault(),
            _ => null,
        };
    }
}
