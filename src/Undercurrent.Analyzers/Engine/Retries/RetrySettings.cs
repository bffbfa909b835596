using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>What one retry is told, gathered from wherever it is told it, and what becomes of it together.</summary>
internal sealed class RetrySettings(DeliveryTrait traits, string name, bool isObject = false)
{
    private DeliveryTrait _said = traits;
    private bool? _isEndless;
    private bool? _hasJitter;
    // Computed or listed attempt by attempt, so that nothing else has a say in it.
    private bool _isFunction;
    private bool _hasDeadline;
    private Pace? _growth;
    private RetryWait? _wait;
    private RetryWait? _most;

    public bool IsTelling => _said != DeliveryTrait.None;

    public void Add(DeliveryTrait traits, string setting, IOperation value)
    {
        // Fired again a few times is fired again at once, though not for ever.
        if ((traits & DeliveryTrait.RetryNow) != 0 && ValueOrigin.Of(value) is { Count: 1 } counted && counted[0].DescendantsAndSelf().Any(static part => part is IPropertyReferenceOperation { Property.Name: "RefireCount" }))
        {
            _said |= traits & ~DeliveryTrait.RetryForever;
            return;
        }

        var isDelegate = value.Unwrapped() is IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation;
        Add(traits, setting, ValueOrigin.Of(value) is { Count: 1 } origins ? ConstantOf(origins[0].Unwrapped()) : null, (traits & DeliveryTrait.RetryDelay) == 0 ? default : RetryWait.Of(value, setting), isDelegate);
    }

    public void Add(DeliveryTrait traits, string setting, TypedConstant value)
    {
        if (value.Kind == TypedConstantKind.Array)
        {
            var waits = value.Values.Select(one => RetryWait.InSeconds(one.Value, setting) ?? double.NaN).ToList();
            Add(traits, setting, null, waits.Count == 0 ? default : waits.Max() <= 0 ? new(Pace.None, 0) : waits.Distinct().Count() == 1 ? new(Pace.Constant, waits[0]) : new(Pace.Growing), isFunction: false);
        }
        else
        {
            var seconds = (traits & DeliveryTrait.RetryDelay) == 0 ? null : RetryWait.InSeconds(value.Value, setting);
            Add(traits, setting, value.Value, seconds is null ? default : new(seconds <= 0 ? Pace.None : Pace.Constant, seconds), isFunction: false);
        }
    }

    /// <summary>The plan that comes of it; null where nothing was said of any.</summary>
    public RetryPlan? Plan(Location at, double endless, bool hasDeadline = false)
    {
        if (_said == DeliveryTrait.None)
            return null;

        var (pace, seconds, isVaried) = Wait();
        var isEndless = _isEndless ?? ((_said & DeliveryTrait.RetryForever) != 0);
        return new(at, name, pace, seconds, isVaried, isEndless && !_hasDeadline && !hasDeadline);
    }

    private void Add(DeliveryTrait traits, string setting, object? constant, RetryWait wait, bool isFunction)
    {
        if (traits == DeliveryTrait.None)
            return;

        // Who sets a switch to false does not do what it says.
        if ((traits & (DeliveryTrait.RetryNow | DeliveryTrait.RetryForever)) != 0)
            traits = constant is true ? traits : DeliveryTrait.None;

        _said |= traits;
        _hasDeadline |= (traits & DeliveryTrait.RetryDeadline) != 0;
        if ((traits & DeliveryTrait.RetryCount) != 0)
            _isEndless = constant is int or long or short && Convert.ToDouble(constant, CultureInfo.InvariantCulture) is var count && (count < 0 || count >= 1_000_000 || (count == 0 && (traits & DeliveryTrait.EndlessAtZero) != 0));

        if ((traits & DeliveryTrait.RetryJitter) != 0)
            _hasJitter = constant is not (false or 0 or 0d or 0f);

        if ((traits & DeliveryTrait.RetryGrowth) != 0)
            _growth = GrowthOf(constant);

        if ((traits & DeliveryTrait.RetryDelay) == 0)
            return;

        // A generator is asked before the length that stands beside it.
        if (setting.StartsWith("max", StringComparison.OrdinalIgnoreCase))
            _most = wait;
        else if (isFunction || !_isFunction)
            (_wait, _isFunction) = (wait, isFunction || setting is "sleepDurations" or "delays" or "intervals" or "DelaysInSeconds");
    }

    private (Pace Pace, double? Seconds, bool IsVaried) Wait()
    {
        var isVaried = _hasJitter ?? ((_said & DeliveryTrait.RetryLongerWait) != 0);
        if ((_said & DeliveryTrait.RetryNow) != 0)
            return (Pace.None, 0, isVaried);

        if (_isFunction && _wait is { } computed)
            return (computed.Pace, computed.Seconds, isVaried || computed.IsVaried);

        // A wait that may not grow beyond an instant does not grow.
        if (_most is { Pace: Pace.None or Pace.Constant, Seconds: <= 1 } most)
            return (most.Pace, most.Seconds, isVaried);

        var growth = _growth ?? ((_said & DeliveryTrait.RetrySameWait) != 0 ? Pace.Constant : (_said & DeliveryTrait.RetryLongerWait) != 0 ? Pace.Growing : null);
        return (growth, _wait) switch
        {
            (_, { Pace: Pace.None }) => (Pace.None, 0, isVaried),
            (Pace.Growing, _) => (Pace.Growing, null, isVaried),
            (Pace.Constant, { } wait) => (wait.Pace, wait.Seconds, isVaried || wait.IsVaried),
            (Pace.Constant, null) => (Pace.Constant, null, isVaried),
            (null, { } wait) when !isObject => (wait.Pace, wait.Seconds, isVaried || wait.IsVaried),
            _ => (Pace.Unknown, null, true),
        };
    }

    private static Pace GrowthOf(object? constant) => constant switch
    {
        "Constant" or "Fixed" => Pace.Constant,
        string => Pace.Growing,
        int or double or float => Convert.ToDouble(constant, CultureInfo.InvariantCulture) > 1 ? Pace.Growing : Pace.Constant,
        _ => Pace.Unknown,
    };

    /// <summary>A constant; of an enumeration its name.</summary>
    private static object? ConstantOf(IOperation value) => value switch
    {
        { Type: { TypeKind: TypeKind.Enum } type, ConstantValue: { HasValue: true, Value: { } constant } } => type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(one => constant.Equals(one.ConstantValue))?.Name,
        { ConstantValue: { HasValue: true, Value: var constant } } => constant,
        _ => null,
    };
}
