using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Exposure;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>A wait between two attempts, as a length, a list of lengths or a lambda that computes one says it.</summary>
/// <param name="Pace">How it goes on from attempt to attempt.</param>
/// <param name="Seconds">The longest of those that are the same each time, where it is known.</param>
/// <param name="IsVaried">Whether chance has a part in it.</param>
internal readonly record struct RetryWait(Pace Pace, double? Seconds = null, bool IsVaried = false)
{
    private static readonly HashSet<string> Chance = new(StringComparer.Ordinal) { "jitter", "jittered", "random", "randomizer", "rng", "rnd", "randomness" };

    /// <summary>Reads a value by the name of what takes it, which tells the unit of a mere number.</summary>
    public static RetryWait Of(IOperation value, string taker, Func<IOperation, bool> varies)
    {
        var isVaried = IsByChance(value);
        var wait = Read(value, taker, varies);
        return wait with { IsVaried = wait.IsVaried || isVaried, Pace = isVaried && wait.Pace == Pace.Constant && wait.Seconds is null ? Pace.Unknown : wait.Pace };
    }

    public static RetryWait Of(IOperation value, string taker) => Of(value, taker, static _ => false);

    /// <summary>Whether an expression, or a method of the project that it calls, throws dice or says it does.</summary>
    public static bool IsByChance(IOperation value) => SaysChance(value) || value.DescendantsAndSelf().OfType<IInvocationOperation>()
        .Any(call => call.TargetMethod.DeclaringSyntaxReferences.Length > 0 && value.SemanticModel is { } model && SourceModels.BodyOf(call.TargetMethod, model.Compilation) is { } body && SaysChance(body));

    private static bool SaysChance(IOperation value) =>
        value.DescendantsAndSelf().Any(part => part.Type?.Name is "Random" or "RandomNumberGenerator" || NameOf(part) is { } name && Array.Exists(IdentifierWords.Of(name), Chance.Contains));

    private static RetryWait Read(IOperation value, string taker, Func<IOperation, bool> varies)
    {
        var plain = value.Unwrapped();
        if (plain is IDelegateCreationOperation made)
            plain = made.Target.Unwrapped();

        switch (plain)
        {
            case IAnonymousFunctionOperation lambda:
                return Computed(lambda.Symbol, lambda.Body, taker, varies);
            case IMethodReferenceOperation { Method: var method } reference when reference.SemanticModel is { } model && SourceModels.BodyOf(method, model.Compilation) is { } body:
                return Computed(method, body, taker, varies);
            case IInvocationOperation { TargetMethod: { Name: var factory, ContainingType.Name: "Backoff" } } call:
                return factory == "ConstantBackoff" ? new(Pace.Constant, SecondsOf(call.Arguments[0].Value, taker)) : new(Pace.Growing, IsVaried: factory.Contains("Jitter"));
            case IInvocationOperation { TargetMethod: { Name: "Repeat", ContainingType.Name: "Enumerable" } } call:
                return Single(call.Arguments[0].Value, taker, varies);
        }

        return Listed(plain) is { } list ? Many(list, taker, varies) : Single(value, taker, varies);
    }

    /// <summary>A method that is given the number of the attempt and looks at it gives something else each time.</summary>
    private static RetryWait Computed(IMethodSymbol method, IOperation body, string taker, Func<IOperation, bool> varies)
    {
        if (body.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner } && SymbolEqualityComparer.Default.Equals(owner, method)))
            return new(body.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation { Parameter.Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } or IPropertyReferenceOperation { Property.Name: "AttemptNumber" }) ? Pace.Growing : Pace.Unknown);

        var returned = body.DescendantsAndSelf().OfType<IReturnOperation>().Select(one => one.ReturnedValue).OfType<IOperation>().ToList();
        return returned.Count == 1 ? Single(returned[0], taker, varies) : new(Pace.Unknown);
    }

    private static RetryWait Many(ImmutableArray<IOperation> list, string taker, Func<IOperation, bool> varies)
    {
        var waits = list.Select(one => Single(one, taker, varies)).ToList();
        if (waits.Count == 0 || waits.Exists(wait => wait is not { Pace: Pace.Constant or Pace.None, Seconds: not null }))
            return new(waits.Exists(wait => wait.Pace == Pace.Growing) ? Pace.Growing : Pace.Unknown);

        var longest = waits.Max(wait => wait.Seconds!.Value);
        return longest <= 0 ? new(Pace.None, 0) : waits.Exists(wait => wait.Seconds < longest) ? new(Pace.Growing) : new(Pace.Constant, longest);
    }

    private static RetryWait Single(IOperation value, string taker, Func<IOperation, bool> varies)
    {
        // A length may be handed over in a task, as the generators of Polly 8 do.
        var plain = value.Unwrapped();
        if (plain is IObjectCreationOperation { Type.Name: "ValueTask", Arguments: { Length: 1 } given })
            return Single(given[0].Value, taker, varies);

        if (plain is IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "ValueTask" or "Task" }, Arguments: { Length: 1 } result })
            return Single(result[0].Value, taker, varies);

        if (plain.DescendantsAndSelf().Any(varies))
            return new(Pace.Growing);

        return SecondsOf(plain, taker) is { } seconds ? new(seconds <= 0 ? Pace.None : Pace.Constant, seconds) : new(Pace.Unknown);
    }

    /// <summary>The seconds that are meant, where every way to them is known.</summary>
    private static double? SecondsOf(IOperation value, string taker)
    {
        double? longest = null;
        var origins = ValueOrigin.Of(value);
        foreach (var origin in origins)
        {
            if (Length(origin.Unwrapped(), taker) is not { } seconds)
                return null;

            longest = Math.Max(longest ?? 0, seconds);
        }

        return longest;
    }

    /// <summary>The seconds that a number or text means, by the name of what takes it.</summary>
    public static double? InSeconds(object? constant, string taker) => constant switch
    {
        string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var length) => length.TotalSeconds,
        int or long or uint or double or float => Convert.ToDouble(constant, CultureInfo.InvariantCulture) / (taker.EndsWith("Seconds", StringComparison.Ordinal) || taker.StartsWith("DelayInSeconds", StringComparison.Ordinal) ? 1 : 1000),
        _ => null,
    };

    private static double? Length(IOperation origin, string taker) => origin.ConstantValue is { HasValue: true, Value: { } constant } ? InSeconds(constant, taker)
        : origin is IFieldReferenceOperation or IPropertyReferenceOperation && origin.SemanticModel is { } model && ((IMemberReferenceOperation)origin).Member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
            && SourceModels.InitialiserOf(((IMemberReferenceOperation)origin).Member, model.Compilation) is { } initial ? SecondsOf(initial, taker)
        : Lifetime.Hours(origin) is { } hours ? hours * 3600 : null;

    private static ImmutableArray<IOperation>? Listed(IOperation value)
    {
        if (value is IArrayCreationOperation { Initializer: { } initial })
            return initial.ElementValues;

        if (value.Kind == Composition.CollectionExpression)
            return value.ChildOperations.ToImmutableArray();

        if (value is IObjectCreationOperation { Initializer: { } added } && added.Initializers.Length > 0 && added.Initializers.All(one => one is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }))
            return added.Initializers.Select(one => ((IInvocationOperation)one).Arguments[0].Value).ToImmutableArray();

        var origin = value is ILocalReferenceOperation local ? ValueOrigin.AssignedOnce(local.Local, local)
            : value is IFieldReferenceOperation { Field: { IsReadOnly: true } field } && value.SemanticModel is { } model ? SourceModels.InitialiserOf(field, model.Compilation)
            : null;
        return origin?.Unwrapped() is { } other && other is not (ILocalReferenceOperation or IFieldReferenceOperation) ? Listed(other) : null;
    }

    private static string? NameOf(IOperation part) => part switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => null,
    };
}
