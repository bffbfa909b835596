using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether somebody looks at the status of a response, or may do so out of sight: by a member, a pattern, a method in source or one
/// whose name says it, or because the response itself goes to the caller.
/// </summary>
internal sealed class ResponseChecks(PipelineProject project, CancellationToken cancellation)
{
    private const int Deepest = 3;

    /// <summary>Whether any of the places that use a response looks at its status, or has somebody else do so.</summary>
    public bool Any(IEnumerable<IOperation> uses, int depth = 0) => uses.Any(use => IsOne(use, depth));

    /// <summary>Whether the pattern that declares a variable asks for a status.</summary>
    public static bool Declare(ISymbol variable, IOperation reference) => reference.Root().Descendants().OfType<IRecursivePatternOperation>()
        .Any(pattern => SymbolEqualityComparer.Default.Equals(pattern.DeclaredSymbol, variable) && AsksForStatus(pattern));

    /// <summary>Whether a body in source looks at the status of any response.</summary>
    public static bool AreIn(IOperation body) => body.Descendants().Any(operation => operation switch
    {
        IPropertyReferenceOperation property => Response.IsStatus(property.Property) && Response.KindOf(property.Property.ContainingType) is not null,
        IInvocationOperation call => Response.IsCheck(call.TargetMethod),
        IPropertySubpatternOperation { Member: IPropertyReferenceOperation member } => Response.IsStatus(member.Property),
        _ => false,
    });

    private bool IsOne(IOperation use, int depth) => use.Parent switch
    {
        IPropertyReferenceOperation { Property: var property } status => Response.IsStatus(property) && !IsOnlyTold(status),
        IInvocationOperation call when call.Instance == use => Response.IsCheck(call.TargetMethod),
        IArgumentOperation argument => IsOne(argument, depth),
        IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation => AsksForStatus(use.Parent),
        IExpressionStatementOperation or IUsingOperation or IBinaryOperation or IInterpolationOperation or IVariableInitializerOperation => false,
        IConditionalOperation or INameOfOperation => false,
        // It is returned, kept, wrapped: whoever gets it may ask.
        _ => true,
    };

    private static bool AsksForStatus(IOperation pattern) =>
        pattern.Descendants().OfType<IPropertySubpatternOperation>().Any(part => part.Member is IPropertyReferenceOperation member && Response.IsStatus(member.Property));

    private bool IsOne(IArgumentOperation argument, int depth) => argument.Parent switch
    {
        IInvocationOperation call when call.TargetMethod.MethodKind == MethodKind.DelegateInvoke => true,
        IInvocationOperation call when Response.IsCheck(call.TargetMethod) => true,
        IInvocationOperation call when argument.Parameter is { } parameter && depth < Deepest => InSource(call, parameter, depth) ?? !IsTelling(call),
        _ => true,
    };

    /// <summary>Whether the method in source that a response is handed to looks at its status; null where there is no such method.</summary>
    private bool? InSource(IInvocationOperation call, IParameterSymbol parameter, int depth)
    {
        var bodies = Implementations.Of(call.TargetMethod, project.Compilation, cancellation).Select(method => (Method: method.ReducedFrom ?? method, Body: SourceModels.BodyOf(method, project.Compilation, cancellation)))
            .Where(one => one.Body is not null).ToList();
        return bodies.Count == 0 ? null : bodies.Any(one => Ordinal(call, parameter) is var place && place < one.Method.Parameters.Length
            && Any(ValueUses.Of(one.Method.OriginalDefinition.Parameters[place], one.Body!), depth + 1));
    }

    /// <summary>An extension called on its first argument counts it among its parameters.</summary>
    private static int Ordinal(IInvocationOperation call, IParameterSymbol parameter) => parameter.Ordinal + (call.TargetMethod.ReducedFrom is null ? 0 : 1);

    /// <summary>A status that is only written down is read by nobody.</summary>
    private bool IsOnlyTold(IOperation status)
    {
        var around = status.Parent;
        while (around is IConversionOperation or IInterpolationOperation or IInterpolatedStringOperation or IArgumentOperation or IArrayInitializerOperation or IArrayCreationOperation or IParenthesizedOperation or IConditionalAccessOperation
            || (around is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }) || around is IInvocationOperation { TargetMethod.Name: "ToString" })
        {
            around = around.Parent;
        }

        return around is IInvocationOperation call && IsTelling(call);
    }

    private bool IsTelling(IInvocationOperation call) =>
        (project.TraitsOf(call.TargetMethod) & (ApiTrait.Log | ApiTrait.Telemetry | ApiTrait.Scope)) != 0 || call.TargetMethod.ContainingType is { Name: "Console" or "Debug" or "Trace" };
}
