using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Permissions;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Logins;

/// <summary>Where a client is told by a setting of its own, and not in a text of many, who logs in.</summary>
internal static class LoginSettings
{
    /// <summary>The administrators that an assignment or argument may log in as, where they are written.</summary>
    public static IEnumerable<(string Name, IOperation At)> In(IOperation setting, ApiCatalogue sinks)
    {
        var value = ValueOf(setting);

        // A setting that is read from elsewhere is the common case, and is told by its syntax.
        if (value is null || value.Unwrapped() is IParameterReferenceOperation or IAwaitOperation || !Takes(setting, sinks))
            yield break;

        foreach (var (text, at) in WrittenTexts.Of(value))
        {
            if (AdministratorNames.Of(text) is { } name)
                yield return (name, at);
        }
    }

    /// <summary>Whether the client that is set up so connects to this machine: an address of it stands in the same statement.</summary>
    public static bool IsLocal(IOperation setting)
    {
        var whole = Statement(setting);
        if (whole.Descendants().Any(IsLocalHost))
            return true;

        // RabbitMQ comes as a guest, and to this machine, unless it is told otherwise.
        if (setting is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType.Name: "ConnectionFactory" } } && !whole.Descendants().Any(NamesHost) && setting.Parent is IObjectOrCollectionInitializerOperation)
            return !IsSetLater(setting, NamesHost);

        return IsSetLater(setting, assignment => IsLocalHost(((ISimpleAssignmentOperation)assignment).Value.Unwrapped()));
    }

    /// <summary>The statement of a setting; around the lambda that sets a client up, the one that hands it over.</summary>
    private static IOperation Statement(IOperation setting)
    {
        var (whole, lambdas) = (setting, 0);
        while (whole.Parent is { } outer and not IMethodBodyBaseOperation)
        {
            if (outer is IBlockOperation { Parent: not IAnonymousFunctionOperation } || (outer is IAnonymousFunctionOperation && lambdas++ > 0))
                break;

            whole = outer;
        }

        return whole;
    }

    private static IOperation? ValueOf(IOperation setting) => setting switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation, Value: var value } when value.Unwrapped().Type?.SpecialType == SpecialType.System_String => value,
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Value: var value, Parameter.Type.SpecialType: SpecialType.System_String } => value,
        _ => null,
    };

    private static bool Takes(IOperation setting, ApiCatalogue sinks) => setting switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } index, Property.ContainingType: var holder } } =>
            holder.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) && index[0].Value.ConstantValue is { HasValue: true, Value: string key } && ConnectionKeys.Of(key, 0, key.Length).Role == ConnectionKey.User,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => (sinks.TraitsOf(property) & ApiTrait.Login) != 0,
        IArgumentOperation { Parameter: { } parameter } => (sinks.TraitsOf(parameter.ContainingSymbol, parameter.Name) & ApiTrait.Login) != 0,
        _ => false,
    };

    /// <summary>Whether the same variable is given such a setting in another statement.</summary>
    private static bool IsSetLater(IOperation setting, Func<IOperation, bool> isMeant)
    {
        var variable = setting switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation { Local: var local } } } => local,
            ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation { Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } } } } => local,
            _ => null,
        };
        return variable is not null && setting.Root().Descendants().Any(other =>
            other is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation { Local: var same } } } && SymbolEqualityComparer.Default.Equals(same, variable) && isMeant(other));
    }

    private static bool NamesHost(IOperation operation) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "HostName" or "Uri" or "Endpoint" or "EndpointResolverFactory" } };

    private static bool IsLocalHost(IOperation operation)
    {
        if (operation.ConstantValue is not { HasValue: true, Value: string { Length: > 0 and < 120 } text })
            return false;

        var address = text.IndexOf("://", StringComparison.Ordinal);
        return AddressText.IsLocal(address < 0 ? text : text.Substring(address + 3));
    }
}
