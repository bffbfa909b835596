using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>
/// A statement of a policy as the CDK writes it: the properties it is made with and the calls that add to it, as far as both stand
/// in one body. What it allows without bounds is said where it is written.
/// </summary>
internal sealed class IamStatement
{
    private const string Space = "Amazon.CDK.AWS.IAM.";

    private readonly List<(string Text, IOperation At)> _actions = new();
    private readonly List<(string Text, IOperation At)> _resources = new();
    private readonly List<IOperation> _others = new();
    private bool _hasPrincipals;
    private bool _actsUnknown;

    /// <summary>Whether it forbids, or may: then it can hardly reach too far.</summary>
    public bool MayDeny { get; private set; }

    public bool HasConditions { get; private set; }

    /// <summary>Whether these are the properties of a statement, or of a grant that becomes one.</summary>
    public static bool IsMadeOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "PolicyStatementProps" or "GrantOnPrincipalOptions" or "GrantWithResourceOptions" or "GrantOnPrincipalAndResourceOptions" or "CommonGrantOptions" } props
        && props.HasMetadataName(Space + props.Name);

    /// <summary>Whether a call adds to a statement.</summary>
    public static bool IsAddedBy(IInvocationOperation call) =>
        call.TargetMethod is { Name: "AddActions" or "AddNotActions" or "AddResources" or "AddAllResources" or "AddAnyPrincipal" or "AddPrincipals" or "AddCondition" or "AddConditions" } method
        && method.ContainingType.HasMetadataName(Space + "PolicyStatement");

    /// <summary>The statement that these properties or this call are a part of.</summary>
    public static IamStatement Around(IOperation part)
    {
        var statement = new IamStatement();
        if (part is IInvocationOperation { Instance: { } instance })
        {
            if (instance.Unwrapped() is ILocalReferenceOperation { Local: var local })
                statement.ReadAll(local, ValueOrigin.AssignedOnce(local, instance), part);
            else if (instance.Unwrapped() is IObjectCreationOperation made)
                statement.ReadMade(made);

            statement.Read((IInvocationOperation)part);
        }
        else
        {
            statement.ReadProps(part);
            if (part.Parent is IArgumentOperation { Parent: IObjectCreationOperation { Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } } })
                statement.ReadAll(local, null, part);
        }

        return statement;
    }

    /// <summary>What it allows without bounds.</summary>
    public IEnumerable<WidePermission> Wide()
    {
        if (MayDeny)
            return [];

        var ofKey = _hasPrincipals && _actions.Count > 0 && _actions.All(action => action.Text.StartsWith("kms:", StringComparison.Ordinal));
        if (ofKey)
            return [];

        var bound = HasConditions || _actsUnknown || _actions.Count == 0 || _actions.All(action => IamNames.AcceptsOnlyAnyResource(action.Text));
        return _actions.Where(action => IamNames.IsEveryAction(action.Text)).Select(action => new WidePermission(action.At, $"Action {action.Text}"))
            .Concat(bound ? [] : _resources.Where(resource => IamNames.IsEveryResource(resource.Text)).Select(resource => new WidePermission(resource.At, "Resource *")))
            .Concat(_others.Where(other => other is not IInvocationOperation || (IsPrincipal(other) ? !HasConditions : !bound)).Select(other => new WidePermission(other, NameOf(other))));
    }

    private static bool IsPrincipal(IOperation other) => other is IInvocationOperation { TargetMethod.Name: "AddAnyPrincipal" };

    private static string NameOf(IOperation other) => IsPrincipal(other) ? "Principal *" : other is IInvocationOperation { TargetMethod.Name: "AddAllResources" } ? "Resource *" : "NotAction";

    private void ReadAll(ILocalSymbol local, IOperation? made, IOperation part)
    {
        if (made?.Unwrapped() is IObjectCreationOperation creation)
            ReadMade(creation);

        foreach (var operation in part.Root().Descendants())
        {
            if (operation is IInvocationOperation call && call != part && IsAddedBy(call) && IsOf(call.Instance, local))
                Read(call);
            else if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Effect", Instance: { } instance } } assignment && IsOf(instance, local))
                MayDeny |= !IsAllow(assignment.Value);
        }
    }

    private static bool IsOf(IOperation? instance, ILocalSymbol local) =>
        instance?.Unwrapped() is ILocalReferenceOperation { Local: var other } && SymbolEqualityComparer.Default.Equals(other, local);

    private void ReadMade(IObjectCreationOperation made)
    {
        if (made.Arguments.Length > 0 && made.Arguments[0].Value.Unwrapped() is IObjectCreationOperation props)
            ReadProps(props);
    }

    private void ReadProps(IOperation props)
    {
        foreach (var part in (props as IObjectCreationOperation)?.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (part is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value })
                Read(name, value);
        }
    }

    private void Read(string name, IOperation value)
    {
        switch (name)
        {
            case "Actions":
                Add(_actions, value);
                _actsUnknown |= _actions.Count == 0;
                break;
            case "Resources" or "ResourceArns":
                Add(_resources, value);
                break;
            case "NotActions":
                _others.Add(value);
                break;
            case "Principals" or "Grantee" when name == "Principals":
                _hasPrincipals = true;
                break;
            case "Conditions":
                HasConditions = true;
                break;
            case "Effect":
                MayDeny |= !IsAllow(value);
                break;
        }
    }

    private void Read(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "AddActions" or "AddResources":
                foreach (var argument in call.Arguments)
                    Add(call.TargetMethod.Name == "AddActions" ? _actions : _resources, argument.Value);

                break;
            case "AddNotActions" when call.Arguments.Length > 0:
                _others.Add(call.Arguments[0].Value);
                break;
            case "AddAllResources" or "AddAnyPrincipal":
                _others.Add(call);
                break;
            case "AddPrincipals":
                _hasPrincipals = true;
                break;
            case "AddCondition" or "AddConditions":
                HasConditions = true;
                break;
        }
    }

    private static void Add(List<(string, IOperation)> texts, IOperation value) => texts.AddRange(WrittenTexts.Of(value));

    /// <summary>Allowing is what is done when nothing is said.</summary>
    private static bool IsAllow(IOperation effect) => effect.Unwrapped() is IFieldReferenceOperation { Field.Name: "ALLOW" };
}
