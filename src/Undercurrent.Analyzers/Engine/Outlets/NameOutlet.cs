using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>Names and addresses, which are written down wherever they are used: pages, files, objects, keys, queues, and what jobs are given.</summary>
internal sealed class NameOutlet() : CatalogueOutlet(ApiTrait.NamePart)
{
    private const string Online = "online-id";

    /// <summary>What is in a file, or at a place, is not in the name that is all there is.</summary>
    private static readonly HashSet<string> Contents = new(StringComparer.Ordinal) { "photo", "signature", "biometric", "health", "postal-address", "location", "genetic", "national-id", Online };

    public override bool Tells(PersonalValue value, LoggedValue written) =>
        !(written.IsAddress && value.What.Kind == Online)
        && !(written.How == Printed.Plainly && Contents.Contains(value.What.Kind) && value.At == written.Value.Unwrapped() && !IsTold(value))
        && !LeadsToPerson(written.Value);

    protected override bool Takes(ISymbol place, PipelineProject project) => NamePlaces.Takes(place, project.DataApis);

    protected override Printed How(ISymbol place) =>
        (place is IParameterSymbol parameter ? parameter.Type : ((IPropertySymbol)place).Type) is { SpecialType: SpecialType.System_String } or { Name: "Uri" or "RedisKey" or "RedisChannel" or "StringValues" } || place.Name is "key" or "cacheKey"
            ? Printed.Plainly : Printed.ByMembers;

    protected override IEnumerable<LoggedValue>? Passed(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, PipelineProject project)
    {
        List<LoggedValue>? written = null;
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter } && Takes(parameter, project))
                (written ??= new()).AddRange(CallIn(argument.Value) is { } job ? Handed(job) : Given(argument, arguments).Where(IsText).Select(one => one with { IsAddress = NamePlaces.IsAddress(parameter.Name) }));
        }

        return written;
    }

    /// <summary>An address or request was told where it was made.</summary>
    private static bool IsText(LoggedValue value) =>
        value.How == Printed.ByMembers || value.Value.Unwrapped().Type is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { IsTupleType: true } or { IsRecord: true } or { IsValueType: true } or { Name: "StringBuilder" or "StringValues" } or null;

    /// <summary>The call that a job consists of, as it is written in an expression.</summary>
    private static IInvocationOperation? CallIn(IOperation value)
    {
        var lambda = value.Unwrapped() is IDelegateCreationOperation { Target: var target } ? target : value.Unwrapped();
        return lambda is IAnonymousFunctionOperation { Body: var body } ? body.Descendants().OfType<IInvocationOperation>().FirstOrDefault() : null;
    }

    private static IEnumerable<LoggedValue> Handed(IInvocationOperation job) =>
        job.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => new LoggedValue(argument.Value, Printed.ByMembers, argument.Parameter?.Name));

    /// <summary>A key under which the data is found says it; the name of a file that holds it does not.</summary>
    private static bool IsTold(PersonalValue value) => value.At.Parent is IArgumentOperation { Parameter.Name: "key" or "cacheKey" or "value" };

    /// <summary>A link by which one writes to somebody is no page that is asked for.</summary>
    private static bool LeadsToPerson(IOperation value) => value.Syntax.ToString() is var text && (text.IndexOf("\"mailto:", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("\"tel:", StringComparison.OrdinalIgnoreCase) >= 0);
}
