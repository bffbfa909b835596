using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Finds the places that take a credential: those the catalogue knows, and those named like one, be they assigned,
/// initialised, passed, returned, entered under a key or compared with.
/// </summary>
internal sealed class CredentialTargets(ApiCatalogue sinks, ImmutableArray<string> words, ImmutableArray<string> exclusions)
{
    /// <summary>The operations in which a place meets its value.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.Argument, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment, OperationKind.FieldInitializer, OperationKind.PropertyInitializer,
        OperationKind.VariableDeclarator, OperationKind.ParameterInitializer, OperationKind.Return, OperationKind.Invocation, OperationKind.ObjectCreation,
        OperationKind.BinaryOperator, OperationKind.ConstantPattern, OperationKind.CaseClause, OperationKind.Tuple, OperationKind.LocalFunction);

    private readonly Lazy<HashSet<string>> _headerAttributes = new(() => new(
        sinks.Entries.Where(entry => (entry.Traits & ApiTrait.Header) != 0).Select(entry => entry.Type.Substring(entry.Type.LastIndexOf('.') + 1))
            .SelectMany(type => new[] { type, type.EndsWith("Attribute", StringComparison.Ordinal) ? type.Substring(0, type.Length - "Attribute".Length) : type }),
        StringComparer.Ordinal));

    public CredentialTarget? In(IOperation operation) => operation switch
    {
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument => Taken(parameter, argument),
        ISimpleAssignmentOperation assignment => Assigned(assignment.Target, assignment.Value),
        ICoalesceAssignmentOperation assignment => Assigned(assignment.Target, assignment.Value),
        IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } initial => Member(fields[0], fields[0].Type, initial.Value),
        IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties } initial => Member(properties[0], properties[0].Type, initial.Value),
        IVariableDeclaratorOperation { Symbol: var local } declarator => (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initial ? Named(local.Name, local.Type, initial.Value) : null,
        IParameterInitializerOperation initial => Named(initial.Parameter.Name, initial.Parameter.Type, initial.Value),
        IReturnOperation { ReturnedValue: { } value } => Returned(operation, value),
        IInvocationOperation call => Entered(call.TargetMethod, call.Arguments) ?? Compared(call),
        IObjectCreationOperation { Constructor: { } constructor } creation => Entered(constructor, creation.Arguments),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => Compared(comparison.LeftOperand, comparison.RightOperand),
        IConstantPatternOperation pattern => Matched(pattern) is { } place ? ComparedWith(place, pattern.Value) : null,
        ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation choice } clause => ComparedWith(choice.Value, clause.Value),
        ITupleOperation tuple => Named(tuple),
        ILocalFunctionOperation local => Default(local),
        _ => null,
    };

    /// <summary>What the declaration of a constant, field, property, local or method says of the value it holds.</summary>
    public CredentialTarget? Held(ISymbol holder, IOperation value) => holder switch
    {
        IFieldSymbol field => Member(field, field.Type, value),
        IPropertySymbol property => Member(property, property.Type, value),
        ILocalSymbol local => Named(local.Name, local.Type, value),
        IMethodSymbol method => Named(CredentialName.WithoutVerb(method.Name), method.ReturnType, value),
        _ => null,
    };

    /// <summary>What the name of a header says of the value behind it.</summary>
    public CredentialTarget? Header(string name, IOperation value) => Keyed(name, null, value);

    /// <summary>Whether an attribute of this name may take headers: asked before it is bound.</summary>
    public bool MayTakeHeaders(string attribute) => _headerAttributes.Value.Contains(attribute);

    /// <summary>Whether a parameter of an attribute takes headers.</summary>
    public bool TakesHeader(IParameterSymbol parameter) => (sinks.TraitsOf(parameter.ContainingSymbol, parameter.Name) & ApiTrait.Header) != 0;

    private CredentialTarget? Taken(IParameterSymbol parameter, IArgumentOperation argument)
    {
        var traits = sinks.TraitsOf(parameter.ContainingSymbol, parameter.Name);
        if ((traits & (ApiTrait.Secret | ApiTrait.KeyBytes)) != 0)
            return new(NameOf(parameter), argument.Value, CredentialKind.Secret, IsSink: true);

        if ((traits & (ApiTrait.KeyId | ApiTrait.ConnectionString)) != 0 || argument.Parent is IPropertyReferenceOperation || parameter.ContainingSymbol is not IMethodSymbol method)
            return null;

        // h.Password("…"), WithApiKey("…"): the method says what its one argument is.
        var text = method.Parameters.Count(other => !other.IsThis) <= 1 || (method.IsExtensionMethod && method.Parameters.Length == 2);
        return Named(parameter.Name, parameter.Type, argument.Value)
            ?? (text && method.MethodKind == MethodKind.Ordinary && SaysWhatItTakes(method.Name) is { } name && parameter.Type.SpecialType == SpecialType.System_String ? Named(name, parameter.Type, argument.Value) : null);
    }

    private static string? SaysWhatItTakes(string method)
    {
        var name = CredentialName.WithoutVerb(method);
        return method == name || method.StartsWith("With", StringComparison.Ordinal) || method.StartsWith("Set", StringComparison.Ordinal) || method.StartsWith("Use", StringComparison.Ordinal) ? name : null;
    }

    private CredentialTarget? Assigned(IOperation target, IOperation value) => target switch
    {
        IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer => Keyed(indexer.Arguments[indexer.Arguments.Length - 1].Value, indexer.Property.ContainingType, value),
        IPropertyReferenceOperation { Property: var property } => Member(property, property.Type, value),
        IFieldReferenceOperation { Field: var field } => Member(field, field.Type, value),
        ILocalReferenceOperation { Local: var local } => Named(local.Name, local.Type, value),
        IParameterReferenceOperation { Parameter: var parameter } => Named(parameter.Name, parameter.Type, value),
        _ => null,
    };

    /// <summary>What a constructor calls <c>parameter</c> or <c>key</c> says less than what it makes.</summary>
    private string NameOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var made } && CredentialName.KindOf(parameter.Name, words, exclusions) == CredentialKind.None
            ? made.Name
            : parameter.Name;

    private CredentialTarget? Member(ISymbol member, ITypeSymbol type, IOperation value)
    {
        var traits = sinks.TraitsOf(member);
        if ((traits & (ApiTrait.Secret | ApiTrait.KeyBytes)) != 0)
            return new(member.Name, value, CredentialKind.Secret, IsSink: true);

        return (traits & (ApiTrait.KeyId | ApiTrait.ConnectionString)) != 0 || (member.Name == "Key" && member.ContainingType?.Name == "Message") ? null : Named(member.Name, type, value);
    }

    /// <summary>A local function's default arguments are no operations of the body around it.</summary>
    private CredentialTarget? Default(ILocalFunctionOperation local)
    {
        foreach (var parameter in local.Symbol.Parameters)
        {
            if (parameter.HasExplicitDefaultValue && parameter.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<ParameterSyntax>().FirstOrDefault()?.Default is { Value: var written }
                && local.SemanticModel?.GetOperation(written) is { } value && Named(parameter.Name, parameter.Type, value) is { } target)
                return target;
        }

        return null;
    }

    private CredentialTarget? Returned(IOperation operation, IOperation value)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation)
                return null;

            if (outer is ILocalFunctionOperation { Symbol: var local })
                return Named(CredentialName.WithoutVerb(local.Name), local.ReturnType, value);
        }

        return operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol method
            ? Named(method.AssociatedSymbol?.Name ?? CredentialName.WithoutVerb(method.Name), method.ReturnType, value)
            : null;
    }

    /// <summary>A key and its value: <c>Add("Db:Password", "…")</c>, a pair, a header, a variable of the environment.</summary>
    private CredentialTarget? Entered(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.Length < 2)
            return null;

        for (var at = 0; at < arguments.Length; at++)
        {
            if (arguments[at].Parameter is { Ordinal: var ordinal, Name: "key" or "name" or "header" or "headerName" or "variable" or "setting" or "Key" or "propertyName" or "index" or "item1" or "keyword" }
                && arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal + 1) is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: not ("message" or "text" or "description" or "label" or "error" or "errorMessage" or "reason" or "title" or "code") } given
                && !Taken(given.Parameter!, given).HasValue)
                return Keyed(arguments[at].Value, method.ContainingType, given.Value);
        }

        return null;
    }

    private CredentialTarget? Keyed(IOperation key, INamedTypeSymbol? holder, IOperation value) =>
        key.Unwrapped().ConstantValue is { HasValue: true, Value: string name } ? Keyed(name, holder, value) : null;

    private CredentialTarget? Keyed(string name, INamedTypeSymbol? holder, IOperation value)
    {
        if (name.Length is 0 or >= 120)
            return null;

        if (((sinks.TraitsOfSetting(name) | sinks.TraitsOfSetting("header:" + name)) & (ApiTrait.Secret | ApiTrait.KeyBytes)) != 0)
            return new(name, value, CredentialKind.Secret, IsSink: true);

        var last = name.LastIndexOfAny([':', '.', '/']) is >= 0 and var cut ? name.Substring(cut + 1) : name;
        var isBuilder = holder?.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) == true;
        var kind = CredentialName.KindOf(last, words, exclusions);
        return kind == CredentialKind.None || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or ' ' or ':' or '.' or '/') ? null : new(name, value, kind, IsSink: isBuilder);
    }

    private CredentialTarget? Compared(IInvocationOperation call) => call switch
    {
        { TargetMethod: { Name: "Equals", ContainingType.Name: "StringComparer" }, Arguments.Length: 2 } => Compared(call.Arguments[0].Value, call.Arguments[1].Value),
        { TargetMethod: { Name: "Equals", IsStatic: false }, Instance: { } instance, Arguments.Length: > 0 } => Compared(instance, call.Arguments[0].Value),
        { TargetMethod: { Name: "Equals" or "Compare" or "CompareOrdinal" or "FixedTimeEquals" or "SequenceEqual", IsStatic: true }, Arguments.Length: > 1 } => Compared(call.Arguments[0].Value, call.Arguments[1].Value),
        _ => null,
    };

    private CredentialTarget? Compared(IOperation left, IOperation right) => ComparedWith(left, right) ?? ComparedWith(right, left);

    private CredentialTarget? ComparedWith(IOperation place, IOperation value)
    {
        if (value.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation)
            return null;

        return Carried(place) switch
        {
            IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer => Keyed(indexer.Arguments[0].Value, indexer.Property.ContainingType, value) is { } entry ? entry with { IsSink = false } : null,
            IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol { IsConst: false } } member => Named(member.Member.Name, member.Type, value),
            ILocalReferenceOperation local => Named(local.Local.Name, local.Type, value),
            IParameterReferenceOperation parameter => Named(parameter.Parameter.Name, parameter.Type, value),
            _ => null,
        };
    }

    /// <summary>What a pattern is held against: the value of <c>is</c> or <c>switch</c>, or the member of a property pattern.</summary>
    private static IOperation? Matched(IOperation pattern) => pattern.Parent switch
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

    private CredentialTarget? Named(ITupleOperation tuple)
    {
        if (tuple.Parent is IDeconstructionAssignmentOperation { Target: var target } deconstruction && deconstruction.Value.Unwrapped() == tuple)
        {
            var places = (target is IDeclarationExpressionOperation declared ? declared.Expression : target) as ITupleOperation;
            for (var at = 0; places is not null && at < Math.Min(places.Elements.Length, tuple.Elements.Length); at++)
            {
                var place = places.Elements[at] is IDeclarationExpressionOperation one ? one.Expression : places.Elements[at];
                if (Assigned(place, tuple.Elements[at]) is { } assigned)
                    return assigned;
            }
        }

        if (tuple.Type is not INamedTypeSymbol { IsTupleType: true } type || (tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple))
            return null;

        // A tuple may be converted to what is no tuple, such as an object.
        var elements = tuple.Parent is IConversionOperation { Type: INamedTypeSymbol { IsTupleType: true } wanted } ? wanted.TupleElements : type.TupleElements;
        for (var at = 0; at < Math.Min(elements.Length, tuple.Elements.Length); at++)
        {
            if (Named(elements[at].Name, elements[at].Type, tuple.Elements[at]) is { } named)
                return named;
        }

        // A list of pairs is a dictionary too.
        return tuple.Elements.Length == 2 ? Keyed(tuple.Elements[0], null, tuple.Elements[1]) : null;
    }

    private CredentialTarget? Named(string name, ITypeSymbol? type, IOperation value)
    {
        if (!HoldsText(type))
            return null;

        var kind = CredentialName.KindOf(name, words, exclusions);
        return kind != CredentialKind.None ? new(name, value, kind)
            : IsBytes(type) && CredentialName.IsKey(name) ? new(name, value, CredentialKind.Secret, OnlyBytes: true)
            : null;
    }

    /// <summary>The cheapest gain in precision: most members with the word token or password are no text.</summary>
    private static bool HoldsText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } || IsBytes(type)
        || type is INamedTypeSymbol { Name: "SecureString" or "StringValues" } or INamedTypeSymbol { OriginalDefinition.Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", Arity: 1 }
        || (type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "Lazy", Arity: 1 } wrapped && HoldsText(wrapped.TypeArguments[0]))
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char };

    private static bool IsBytes(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        || type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", Arity: 1 } span && span.TypeArguments[0].SpecialType == SpecialType.System_Byte;
}
