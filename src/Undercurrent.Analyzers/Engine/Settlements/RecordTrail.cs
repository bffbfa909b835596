using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Completion;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>
/// The variables of a body that hold the records a settlement speaks of, or what came of them: back from what is settled to where
/// the records were received, and forward from there.
/// </summary>
internal sealed class RecordTrail
{
    private readonly BrokerCalls _calls;
    private readonly List<(ISymbol Variable, IOperation Value, bool Adds)> _given = new();
    private readonly HashSet<ISymbol> _roots = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _holders = new(SymbolEqualityComparer.Default);

    private RecordTrail(IOperation body, BrokerCalls calls)
    {
        _calls = calls;
        foreach (var operation in body.DescendantsAndSelf())
            Note(operation);
    }

    /// <summary>The trail of the records that a call settles; null where there is none to follow.</summary>
    public static RecordTrail? Of(IInvocationOperation settling, BrokerCalls calls)
    {
        var trail = new RecordTrail(settling.Root(), calls);
        trail.Begin(settling);
        return trail.Follow();
    }

    /// <summary>The trail of what a call hands over; null where it is not kept.</summary>
    public static RecordTrail? From(IInvocationOperation receiving, BrokerCalls calls)
    {
        var trail = new RecordTrail(receiving.Root(), calls);
        foreach (var (variable, value, adds) in trail._given)
        {
            if (!adds && receiving.Syntax.IsInside(value.Syntax) && MayHold(variable))
                trail._roots.Add(variable);
        }

        return trail.Follow();
    }

    /// <summary>The trail of what a handler is given.</summary>
    public static RecordTrail? From(IMethodSymbol handler, IOperation body, BrokerCalls calls)
    {
        var trail = new RecordTrail(body.Root(), calls);
        trail._roots.UnionWith(handler.Parameters.Where(IsOfRecord));
        return trail.Follow();
    }

    /// <summary>The local by which one record of those that a call hands over is known.</summary>
    public ILocalSymbol? Record(IInvocationOperation receiving)
    {
        var library = SettlementSearch.LibraryOf(receiving.TargetMethod.ContainingType);
        var known = _holders.OfType<ILocalSymbol>().Where(local => IsOneRecord(local.Type, library)).ToList();
        return known.Count == 1 ? known[0] : null;
    }

    private static bool IsOneRecord(ITypeSymbol type, string library) =>
        SettlementSearch.LibraryOf(type) == library && type.Name is "ConsumeResult" or "ServiceBusReceivedMessage" or "QueueMessage" or "Message" or "IMessage" or "NatsJSMsg" or "INatsJSMsg" or "BasicGetResult" or "StreamEntry";

    /// <summary>Whether an operation says that what follows is about another record.</summary>
    public bool IsNext(IOperation step) => step switch
    {
        IInvocationOperation call => _calls.HandsOver(call),
        ISimpleAssignmentOperation { Target: var target } => VariableOf(target) is { } variable && _roots.Contains(variable),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } => _roots.Contains(declared),
        IRecursivePatternOperation { DeclaredSymbol: { } declared } => _roots.Contains(declared),
        ILocalReferenceOperation { IsDeclaration: true, Local: var local } => _roots.Contains(local),
        _ => false,
    };

    /// <summary>Whether an operation has to do with a record: its number or its cancellation does not.</summary>
    public bool Touches(IOperation operation)
    {
        switch (operation)
        {
            case INameOfOperation or IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "CancellationToken" } or IArgumentOperation { Value.Type.Name: "CancellationToken" }:
                return false;
            case IInvocationOperation { TargetMethod: { Name: "Count" or "Any" or "LongCount", ContainingType.Name: "Enumerable" } }:
                return false;
            case IInvocationOperation call when _calls.Tells(call.TargetMethod):
                return false;
        }

        if (VariableOf(operation) is { } variable && _holders.Contains(variable))
            return true;

        foreach (var child in operation.ChildOperations)
        {
            if (Touches(child))
                return true;
        }

        return false;
    }

    /// <summary>Whether a method in source goes to a record by a field that holds it.</summary>
    public bool IsReachedBy(IMethodSymbol method) =>
        _holders.Any(one => one is IFieldSymbol or IPropertySymbol && SymbolEqualityComparer.Default.Equals(one.ContainingType, method.ContainingType))
        && SourceModels.BodyOf(method, _calls.Project.Compilation, _calls.Cancellation)?.Descendants().Any(one => one is IFieldReferenceOperation or IPropertyReferenceOperation && VariableOf(one) is { } variable && _holders.Contains(variable)) == true;

    public static ISymbol? VariableOf(IOperation? operation) => operation?.Unwrapped() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Field: { IsConst: false } field } => field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Arguments.IsEmpty: true, Property: var property } => property,
        _ => null,
    };

    private void Begin(IInvocationOperation settling)
    {
        var settled = Told(settling).SelectMany(BrokerCalls.SettledBy).SelectMany(Mentioned).ToList();
        if (settled.Count == 0 && settling.Instance is { } client && VariableOf(client) is { } known)
        {
            settled.AddRange(_given.Where(one => !one.Adds && MayHold(one.Variable)
                && one.Value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => _calls.HandsOver(call) && SymbolEqualityComparer.Default.Equals(VariableOf(call.Instance), known))).Select(one => one.Variable));
        }

        var handler = HandlerOf(settling);
        if (settled.Count == 0)
            settled.AddRange(handler?.Parameters.Where(IsOfRecord) ?? Enumerable.Empty<IParameterSymbol>());
        else if (settled.TrueForAll(one => one is IParameterSymbol { Type.SpecialType: not SpecialType.None } or IParameterSymbol { Type: { TypeKind: TypeKind.Struct, Name: "RedisValue" } }))
            settled.AddRange(handler?.Parameters.Where(IsPlainData) ?? Enumerable.Empty<IParameterSymbol>());

        // Where records are gathered in a field and settled together, the call may name none of them.
        if (settled.Count == 0)
        {
            settled.AddRange(settling.Root().Descendants().OfType<IFieldReferenceOperation>().Select(one => one.Field)
                .Where(field => !field.IsStatic && MayHold(field) && field.Type is INamedTypeSymbol { Name: "List" or "Queue" or "Dictionary" or "ConcurrentQueue" or "ConcurrentBag" or "IList" or "ICollection" }));
        }

        foreach (var variable in settled)
            GoBack(variable, 0);
    }

    /// <summary>The settlement; where it is the work of a local function, what is done there.</summary>
    private IEnumerable<IInvocationOperation> Told(IInvocationOperation settling) => settling.TargetMethod.MethodKind != MethodKind.LocalFunction ? [settling]
        : settling.TargetMethod.DeclaringSyntaxReferences.SelectMany(at => settling.Root().Descendants().OfType<IInvocationOperation>().Where(call => call.Syntax.IsInside(at.GetSyntax()) && _calls.Acknowledges(call.TargetMethod))).Concat([settling]);

    private RecordTrail? Follow()
    {
        _holders.UnionWith(_roots);
        for (var grown = _holders.Count > 0; grown;)
        {
            grown = false;
            foreach (var (variable, value, adds) in _given)
            {
                if (!_holders.Contains(variable) && (adds || MayHold(variable)) && Touches(value))
                    grown |= _holders.Add(variable);
            }
        }

        return _holders.Count == 0 ? null : this;
    }

    private void GoBack(ISymbol variable, int depth)
    {
        if (depth > 8 || !_roots.Add(variable))
            return;

        foreach (var (_, value, _) in _given.Where(one => !one.Adds && SymbolEqualityComparer.Default.Equals(one.Variable, variable)))
        {
            if (value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(_calls.HandsOver))
                continue;

            foreach (var earlier in Mentioned(value))
                GoBack(earlier, depth + 1);
        }
    }

    private static IEnumerable<ISymbol> Mentioned(IOperation value) =>
        value.DescendantsAndSelf().Where(one => one is not IFieldReferenceOperation).Select(VariableOf).Where(one => one is not null && MayHold(one))!;

    /// <summary>Clients, tokens and answers hold no record.</summary>
    private static bool MayHold(ISymbol variable) => TypeOf(variable) is { } type
        && type.SpecialType != SpecialType.System_Boolean && type.Name != "CancellationToken" && !BrokerCalls.IsClient(type) && !HarmlessNames.Type(type.Name);

    private static bool IsOfRecord(IParameterSymbol parameter) => MayHold(parameter) && parameter is { RefKind: RefKind.None, Name: not ("sender" or "_") } && parameter.Type is not { SpecialType: SpecialType.System_Object }
        && parameter.Type is not { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.Length: > 0 };

    private static bool IsPlainData(IParameterSymbol parameter) =>
        parameter.Type is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol or { Name: "ReadOnlyMemory" or "BinaryData" or "IReadOnlyBasicProperties" or "IBasicProperties" };

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>The function that a broker or a caller hands the record to.</summary>
    public static IMethodSymbol? HandlerOf(IOperation operation) => FlowGraphs.FunctionsAround(operation).FirstOrDefault() switch
    {
        IAnonymousFunctionOperation { Symbol: { Parameters.Length: > 0 } lambda } => lambda,
        ILocalFunctionOperation { Symbol: { Parameters.Length: > 0 } function } => function,
        _ => operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) } method ? method : null,
    };

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is { } initial:
                _given.Add((declarator.Symbol, initial, false));
                break;
            case ISimpleAssignmentOperation assignment when VariableOf(assignment.Target) is { } variable:
                _given.Add((variable, assignment.Value, false));
                break;
            case ICompoundAssignmentOperation assignment when VariableOf(assignment.Target) is { } variable:
                _given.Add((variable, assignment.Value, true));
                break;
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } owner } } assignment when VariableOf(owner) is { } variable:
                _given.Add((variable, assignment.Value, true));
                break;
            case IDeconstructionAssignmentOperation { Target: var target, Value: var value }:
                Declare(target, value);
                break;
            case IForEachLoopOperation { LoopControlVariable: var each, Collection: var collection }:
                Declare(each, collection);
                break;
            case IIsPatternOperation match:
                Declare(match.Pattern, match.Value);
                break;
            case ISwitchOperation choice:
                foreach (var pattern in choice.Cases.SelectMany(one => one.Clauses).OfType<IPatternCaseClauseOperation>())
                    Declare(pattern, choice.Value);

                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out, Value: var given, Parent: IInvocationOperation call }:
                Declare(given, call);
                break;
            case IInvocationOperation call:
                NoteCall(call);
                break;
        }
    }

    private void NoteCall(IInvocationOperation call)
    {
        if (Receiver(call.Instance) is { } holder && Grows(call.TargetMethod.Name))
        {
            foreach (var argument in call.Arguments)
                _given.Add((holder, argument.Value, true));
        }

        // Whoever goes through a collection is handed what is in it.
        foreach (var lambda in call.Arguments.Select(argument => ShortBody.Lambda(argument.Value)))
        {
            foreach (var parameter in lambda?.Symbol.Parameters.Take(1) ?? Enumerable.Empty<IParameterSymbol>())
            {
                foreach (var source in call.Arguments.Select(argument => argument.Value).Where(value => ShortBody.Lambda(value) is null).Concat(call.Instance is { } instance ? [instance] : Array.Empty<IOperation>()))
                    _given.Add((parameter, source, false));
            }
        }
    }

    private void Declare(IOperation target, IOperation value)
    {
        foreach (var part in target.DescendantsAndSelf())
        {
            var declared = part switch
            {
                IVariableDeclaratorOperation declarator => declarator.Symbol,
                IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
                IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
                ILocalReferenceOperation local => local.Local,
                _ => null,
            };
            if (declared is not null)
                _given.Add((declared, value, false));
        }
    }

    /// <summary>The variable at the beginning of what something is added to, as <c>db</c> of <c>db.Orders</c>.</summary>
    private static ISymbol? Receiver(IOperation? instance)
    {
        for (var part = instance?.Unwrapped(); part is not null;)
        {
            if (VariableOf(part) is { } variable)
                return variable;

            part = part is IMemberReferenceOperation { Instance: { } owner } ? owner.Unwrapped() : null;
        }

        return null;
    }

    private static bool Grows(string method) =>
        method is "Add" or "AddAsync" or "AddRange" or "AddRangeAsync" or "TryAdd" or "Insert" or "Enqueue" or "Push" or "Append" or "AppendLine" or "Update" or "UpdateRange" or "Attach" or "Remove" or "Write" or "WriteLine" or "Produce" or "AddOrUpdate";
}
