using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>How personal data leaves or changes.</summary>
internal enum AccessKind
{
    Serving,
    Exporting,
    Updating,
    Erasing,
}

/// <summary>A call by which personal data leaves or changes: sent to a client, exported, updated, erased.</summary>
internal readonly record struct AccessCall(AccessKind Kind, PersonalRecord Record)
{
    private const ApiTrait Moves = ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase | ApiTrait.Serve;

    /// <summary>What the catalogue says of a call or of the parameters it passes.</summary>
    public static ApiTrait TraitsOf(IInvocationOperation call, PipelineProject project)
    {
        var method = call.TargetMethod;
        var traits = project.TraitsOf(method);
        if ((traits & Moves) != 0)
            return traits;

        foreach (var parameter in method.Parameters)
        {
            if ((project.DataApis.TraitsOf(method, parameter.Name) & Moves) is var passed && passed != ApiTrait.None)
                return passed;
        }

        return ApiTrait.None;
    }

    /// <summary>Whether a call may be an access at all.</summary>
    public static bool MayBe(IInvocationOperation call, ApiTrait traits) => traits != ApiTrait.None || StoredChange.IsSave(call.TargetMethod) || GenericChange.MayBe(call.TargetMethod);

    public static AccessCall? Of(IInvocationOperation call, ApiTrait traits, PersonalRecords records)
    {
        if (StoredChange.IsSave(call.TargetMethod))
            traits |= ApiTrait.Database | ApiTrait.Store;

        if (traits == ApiTrait.None)
            return GenericChange.Of(call, records) is var (kind, named) ? new(kind, named) : null;

        if ((traits & ApiTrait.Database) != 0)
            return new StoredChange(records).Of(call, traits) is var (changed, erases) ? new(erases ? AccessKind.Erasing : AccessKind.Updating, changed) : null;

        if ((traits & (ApiTrait.Store | ApiTrait.Update)) != 0)
            return new CarriedData(records).OfAny(Payload(call)) is { } exported ? new(AccessKind.Exporting, exported) : null;

        // What returns an answer is served by whoever returns it; what returns nothing has sent it.
        return (traits & ApiTrait.Serve) != 0 && IsSent(call.TargetMethod) && new CarriedData(records).OfAny(Payload(call)) is { } sent ? new(AccessKind.Serving, sent) : null;
    }

    /// <summary>Whether the same was done further up in the same body: one finding for a method and a deed.</summary>
    public static bool Earlier(IInvocationOperation call, AccessKind kind, PersonalRecords records, PipelineProject project)
    {
        foreach (var other in BodyAround(call).Descendants().OfType<IInvocationOperation>())
        {
            if (other.Syntax.SpanStart < call.Syntax.SpanStart || (other.Syntax.SpanStart == call.Syntax.SpanStart && other.Syntax.Span.End < call.Syntax.Span.End))
            {
                if (TraitsOf(other, project) is var traits && MayBe(other, traits) && Of(other, traits, records) is { } access && Same(access.Kind, kind))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The mapped lambda or the whole body a call stands in.</summary>
    private static IOperation BodyAround(IOperation call)
    {
        var inside = call;
        while (inside.Parent is { } parent && inside is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            inside = parent;

        return inside;
    }

    private static bool Same(AccessKind left, AccessKind right) => left == right || (left >= AccessKind.Updating && right >= AccessKind.Updating);

    /// <summary>What a call is given to pass on.</summary>
    public static IEnumerable<IOperation> Payload(IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.Parameter?.Type.TypeKind != TypeKind.Delegate && (argument.Parameter?.Ordinal != 0 || !call.TargetMethod.IsExtensionMethod)).Select(argument => argument.Value);

    /// <summary>Whether a call hands nothing back.</summary>
    public static bool IsSent(IMethodSymbol method) => method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true };
}
