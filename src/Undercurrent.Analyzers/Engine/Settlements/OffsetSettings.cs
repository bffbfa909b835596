using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>
/// What the settings of a Kafka consumer say about offsets, from where they are made to wherever they are added to: in the
/// initialiser, on the local or field they are kept in, by methods in source they are handed to, by the callers they are returned to.
/// </summary>
internal sealed class OffsetSettings(Compilation compilation, CancellationToken cancellation)
{
    private const int Deepest = 3;
    private const string Commits = "EnableAutoCommit";
    private const string Stores = "EnableAutoOffsetStore";
    private const string Pair = "KeyValuePair";

    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _on = new(StringComparer.Ordinal);
    private bool _elsewhere;

    /// <summary>Whether offsets are stored as records are handed over, and committed from there.</summary>
    public bool RunAhead(IObjectCreationOperation made)
    {
        ReadInitialiser(made);
        ReadHolder(made, 0);

        // Where both are said outright, it is all the same what the settings held that these are made of.
        if (_on.Count < 2)
            ReadSources(made);

        return !_elsewhere;
    }

    /// <summary>Whether an object is, or will become, the settings of a consumer.</summary>
    public static bool Are(IObjectCreationOperation made) => made.Type switch
    {
        { Name: "ConsumerConfig", ContainingNamespace: { Name: "Kafka", ContainingNamespace.Name: "Confluent" } } => true,
        INamedTypeSymbol { Name: "Dictionary" or "List", TypeArguments: var held } when held.Length == 2 || (held.Length == 1 && held[0].Name == Pair) => made.Initializer is { } entries && NamesABroker(entries.Syntax) && (IsGivenToBuilder(made) || (VariableKeeping(made) is { } kept && made.Root().Descendants().Any(one => Is(one, kept) && IsGivenToBuilder(one)))),
        _ => false,
    };

    private static bool NamesABroker(SyntaxNode entries) => entries.DescendantTokens().Any(token => token.ValueText is "group.id" or "bootstrap.servers" or "enable.auto.commit" or "enable.auto.offset.store");

    private static bool IsGivenToBuilder(IOperation settings)
    {
        var outer = settings.Parent;
        while (outer is IConversionOperation)
            outer = outer.Parent;

        return outer is IArgumentOperation { Parent: IObjectCreationOperation { Type: { Name: "ConsumerBuilder", ContainingNamespace.Name: "Kafka" } } };
    }

    private void ReadMade(IObjectCreationOperation made)
    {
        ReadInitialiser(made);
        ReadSources(made);
    }

    private void ReadInitialiser(IObjectCreationOperation made)
    {
        foreach (var set in made.Initializer?.Initializers ?? Enumerable.Empty<IOperation>())
            ReadSet(set);
    }

    /// <summary>Settings that are made of others are as those are, which may come from anywhere.</summary>
    private void ReadSources(IObjectCreationOperation made)
    {
        foreach (var argument in made.Arguments.Where(argument => argument.Value.Type?.SpecialType == SpecialType.None))
        {
            foreach (var origin in ValueOrigin.Of(argument.Value))
            {
                if (origin.Unwrapped() is IObjectCreationOperation other)
                {
                    ReadMade(other);
                    ReadHolder(other, 1);
                }
                else
                {
                    _elsewhere = true;
                }
            }
        }
    }

    /// <summary>A setting that is off, or may be, has offsets wait.</summary>
    private void ReadSet(IOperation set)
    {
        switch (set)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: Commits or Stores } setting } } assignment:
                _elsewhere |= assignment.Value.Unwrapped().ConstantValue is not { HasValue: true, Value: true or null };
                if (assignment.Value.Unwrapped().ConstantValue is { Value: true } && IsUnconditional(assignment))
                    _on.Add(setting.Name);

                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } key } } entry:
                ReadEntry(key[0].Value, entry.Value);
                break;
            case IInvocationOperation { Arguments: { Length: 2 } pair, TargetMethod.Name: "Add" or "Set" or "TryAdd" }:
                ReadEntry(pair[0].Value, pair[1].Value);
                break;
            case IInvocationOperation { Arguments: { Length: 1 } one, TargetMethod.Name: "Add" }:
                ReadPair(one[0].Value.Unwrapped());
                break;
            case IInvocationOperation { TargetMethod.Name: "AddRange" or "InsertRange" or "Insert" }:
                _elsewhere = true;
                break;
        }
    }

    private void ReadPair(IOperation pair)
    {
        if (pair is IObjectCreationOperation { Type.Name: Pair, Arguments: { Length: 2 } made })
            ReadEntry(made[0].Value, made[1].Value);
        else if (pair is IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: Pair }, Arguments: { Length: 2 } given })
            ReadEntry(given[0].Value, given[1].Value);
        else
            _elsewhere = true;
    }

    /// <summary>Whether an assignment is done wherever its body is: what an initialiser sets, and what the body's own statements do.</summary>
    private static bool IsUnconditional(IOperation set) =>
        set.Parent is IObjectOrCollectionInitializerOperation || set.Parent is IExpressionStatementOperation { Parent: IBlockOperation { Parent: null or IMethodBodyOperation or IConstructorBodyOperation } };

    private void ReadEntry(IOperation key, IOperation value)
    {
        if (key.Unwrapped().ConstantValue is not { HasValue: true, Value: string name })
            _elsewhere = true;
        else if (name is "enable.auto.commit" or "enable.auto.offset.store")
            _elsewhere |= !(value.Unwrapped().ConstantValue is { HasValue: true, Value: string said } && said.Equals("true", StringComparison.OrdinalIgnoreCase));
    }

    private void ReadHolder(IOperation settings, int depth)
    {
        var outer = settings;
        while (outer.Parent is IConversionOperation or ICoalesceOperation or IConditionalOperation { Type: not null } or IObjectOrCollectionInitializerOperation)
            outer = outer.Parent;

        if (depth > Deepest)
            return;

        switch (outer.Parent)
        {
            case IReturnOperation returned:
                ReadCallers(returned, depth);
                break;
            case IArgumentOperation argument:
                ReadTaker(argument, depth);
                break;
            default:
                if (VariableKeeping(outer) is { } variable)
                    ReadVariable(variable, settings, depth);

                break;
        }
    }

    private static ISymbol? VariableKeeping(IOperation value)
    {
        var holder = value.Parent;
        while (holder is IConversionOperation or ICoalesceOperation)
            holder = holder.Parent;

        return holder switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation assignment => RecordTrail.VariableOf(assignment.Target),
            IFieldInitializerOperation field => field.InitializedFields.FirstOrDefault(),
            IPropertyInitializerOperation property => property.InitializedProperties.FirstOrDefault(),
            _ => null,
        };
    }

    private void ReadVariable(ISymbol variable, IOperation within, int depth)
    {
        if (!_read.Add(variable))
            return;

        foreach (var body in variable is IFieldSymbol or IPropertySymbol ? BodiesNaming(variable) : [within.Root()])
        {
            foreach (var mention in body.DescendantsAndSelf().Where(one => Is(one, variable)))
                ReadMention(mention, depth);
        }
    }

    private void ReadMention(IOperation mention, int depth)
    {
        var outer = mention.Parent is IConversionOperation conversion ? conversion.Parent : mention.Parent;
        switch (outer)
        {
            case IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation set } target when set.Target == target:
                ReadSet(set);
                break;
            case IInvocationOperation call when call.Instance == mention:
                ReadSet(call);
                break;
            case IArgumentOperation argument:
                ReadTaker(argument, depth + 1);
                break;
            case IReturnOperation returned:
                ReadCallers(returned, depth + 1);
                break;
            case ISimpleAssignmentOperation assignment when assignment.Value.Unwrapped() == mention && RecordTrail.VariableOf(assignment.Target) is { } other:
                ReadVariable(other, mention, depth + 1);
                break;
        }
    }

    /// <summary>A method in source may set more; one that binds settings to a configuration may set anything.</summary>
    private void ReadTaker(IArgumentOperation argument, int depth)
    {
        if (depth > Deepest || argument is not { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod: var method } call })
            return;

        if (SourceModels.BodyOf(method, compilation, cancellation) is { } body)
        {
            var taken = (method.ReducedFrom ?? method).OriginalDefinition.Parameters.FirstOrDefault(one => one.Name == parameter.Name);
            if (taken is not null)
                ReadVariable(taken, body, depth);

            ReadHolderOf(call, depth + 1);
        }
        else if (method.Name is "Bind" or "BindConfiguration" or "Populate" or "PopulateObject" or "Configure")
        {
            _elsewhere = true;
        }
    }

    /// <summary>What a method does that takes settings and gives them back.</summary>
    private void ReadHolderOf(IInvocationOperation call, int depth)
    {
        if (call.Type?.Name == "ConsumerConfig")
            ReadHolder(call, depth);
    }

    private void ReadCallers(IOperation returned, int depth)
    {
        if (depth > Deepest || returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart) is not IMethodSymbol method)
            return;

        foreach (var caller in Callers.Of(method, compilation, cancellation) ?? Array.Empty<IOperation>())
            ReadHolder(caller, depth + 1);
    }

    private IEnumerable<IOperation> BodiesNaming(ISymbol member) =>
        from at in member.ContainingType.DeclaringSyntaxReferences
        from name in at.GetSyntax(cancellation).DescendantNodes().OfType<SimpleNameSyntax>()
        where name.Identifier.ValueText == member.Name
        let body = name.FirstAncestorOrSelf<SyntaxNode>(outer => outer is StatementSyntax and not BlockSyntax or ArrowExpressionClauseSyntax)
        where body is not null
        let operation = SourceModels.ModelOf(compilation, at.SyntaxTree).GetOperation(body, cancellation)
        where operation is not null
        select operation;

    private static bool Is(IOperation operation, ISymbol variable) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation && SymbolEqualityComparer.Default.Equals(RecordTrail.VariableOf(operation)?.OriginalDefinition, variable.OriginalDefinition);
}
