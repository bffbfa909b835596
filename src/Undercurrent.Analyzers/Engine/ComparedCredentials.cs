using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What is compared with a credential: by an operator, a call, a pattern or the case of a switch.</summary>
internal sealed class ComparedCredentials(CredentialPlaces places)
{
    public CredentialTarget? In(IInvocationOperation call) => call switch
    {
        { TargetMethod: { Name: "Equals", ContainingType.Name: "StringComparer" }, Arguments.Length: 2 } => Of(call.Arguments[0].Value, call.Arguments[1].Value),
        { TargetMethod: { Name: "Equals", IsStatic: false }, Instance: { } instance, Arguments.Length: > 0 } => Of(instance, call.Arguments[0].Value),
        { TargetMethod: { Name: "Equals" or "Compare" or "CompareOrdinal" or "FixedTimeEquals" or "SequenceEqual", IsStatic: true }, Arguments.Length: > 1 } => Of(call.Arguments[0].Value, call.Arguments[1].Value),
        _ => null,
    };

    public CredentialTarget? Of(IOperation left, IOperation right) => With(left, right) ?? With(right, left);

    public CredentialTarget? With(IOperation place, IOperation value)
    {
        if (value.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation)
            return null;

        return Carried(place) switch
        {
            IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer => places.Keyed(indexer.Arguments[0].Value, indexer.Property.ContainingType, value) is { } entry ? entry with { IsSink = false } : null,
            IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol { IsConst: false } } member => places.Named(member.Member.Name, member.Type, value),
            ILocalReferenceOperation local => places.Named(local.Local.Name, local.Type, value),
            IParameterReferenceOperation parameter => places.Named(parameter.Parameter.Name, parameter.Type, value),
            _ => null,
        };
    }

    /// <summary>What a pattern is held against: the value of <c>is</c> or <c>switch</c>, or the member of a property pattern.</summary>
    public static IOperation? Matched(IOperation pattern) => pattern.Parent switch
    {
        IIsPatternOperation test => test.Value,
        ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
        IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice } => choice.Value,
        IPropertySubpatternOperation part => part.Member,
        IBinaryPatternOperation or INegatedPatternOperation => Matched(pattern.Parent),
        _ => null,
    };

    /// <summary>What is compared, behind the calls that only give it another form: <c>password?.Trim()</c>, its bytes.</summary>
    private static IOperation Carried(IOperation place)
    {
        while (true)
        {
            place = place.Unwrapped();
            if (place is IConditionalAccessInstanceOperation && Accessed(place) is { } accessed)
                place = accessed;
            else if (place is IInvocationOperation call && TextCalls.Carried(call) is { } carried)
                place = carried;
            else
                return place;
        }
    }

    private static IOperation? Accessed(IOperation instance)
    {
        var outer = instance.Parent;
        while (outer is not null and not IConditionalAccessOperation)
            outer = outer.Parent;

        return (outer as IConditionalAccessOperation)?.Operation;
    }
}
