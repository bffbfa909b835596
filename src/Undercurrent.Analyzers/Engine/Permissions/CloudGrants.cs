using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>Permissions given by code: the CDK of AWS, role assignments of Azure, access lists of Kafka.</summary>
internal static class CloudGrants
{
    private const string Cdk = "Amazon.CDK.";

    /// <summary>The roles that every subscription of Azure has and that change everything below them, each by the beginning of its id.</summary>
    private static readonly string[] AzureRoles = ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "b24988ac-6180-42a0-ab88-20f7382dd24c", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"];

    /// <summary>What a call allows without bounds.</summary>
    public static IEnumerable<WidePermission> In(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.Name switch
        {
            "FromAwsManagedPolicyName" when call.Arguments.Length == 1 && IsCdk(method.ContainingType) =>
                WrittenTexts.Of(call.Arguments[0].Value).Where(name => IamNames.IsAdministrators(name.Text)).Select(name => new WidePermission(name.At, name.Text)),
            "GrantFullAccess" when IsCdk(method.ContainingType) => [new(call, method.Name)],
            "Grant" when IsCdk(method.ContainingType) => ActionsOf(call),
            "CreateRoleAssignment" or "CreateOrUpdate" or "CreateOrUpdateAsync" => AzureRolesIn(call.Arguments.Where(argument => argument.Parameter?.Name.IndexOf("role", StringComparison.OrdinalIgnoreCase) >= 0).Select(argument => argument.Value)),
            _ when IamStatement.IsAddedBy(call) => IamStatement.Around(call).Wide().Where(wide => wide.At.Syntax.IsInside(call.Syntax)),
            _ => [],
        };
    }

    /// <summary>What a new object allows without bounds.</summary>
    public static IEnumerable<WidePermission> In(IObjectCreationOperation made) => made.Type?.Name switch
    {
        "AnyPrincipal" or "StarPrincipal" when IsCdk(made.Type) && !IsBound(made) => [new(made, "Principal *")],
        "AclBinding" when AclOf(made) is { } acl => [acl],
        { } name when name.IndexOf("Assignment", StringComparison.Ordinal) >= 0 && (name.IndexOf("Role", StringComparison.Ordinal) >= 0 || name == "AssignmentArgs") =>
            AzureRolesIn(made.Arguments.Select(argument => argument.Value).Concat(Initialised(made).Select(one => one.Value)))
                .Concat(Initialised(made).Where(one => one.Name is "RoleDefinitionName").SelectMany(one => NamedRoles(one.Value))),
        _ when IamStatement.IsMadeOf(made.Type) => IamStatement.Around(made).Wide().Where(wide => wide.At.Syntax.IsInside(made.Syntax)),
        _ => [],
    };

    private static bool IsCdk(ITypeSymbol? type) => type?.ContainingNamespace is { } space && space.ToDisplayString().StartsWith(Cdk, StringComparison.Ordinal);

    /// <summary><c>table.Grant(reader, "dynamodb:*")</c>: the resource is given, the actions are not.</summary>
    private static IEnumerable<WidePermission> ActionsOf(IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.Parameter?.IsParams == true).SelectMany(argument => WrittenTexts.Of(argument.Value))
            .Where(action => IamNames.IsEveryAction(action.Text)).Select(action => new WidePermission(action.At, $"Action {action.Text}"));

    /// <summary>Anyone may be named where something is forbidden to all, or allowed under conditions.</summary>
    private static bool IsBound(IOperation principal)
    {
        for (var outer = principal.Parent; outer is not null and not IBlockOperation; outer = outer.Parent)
        {
            if (outer is IInvocationOperation { TargetMethod.Name: "WithConditions" } or IObjectCreationOperation { Type.Name: "PrincipalWithConditions" })
                return true;

            if ((outer is IObjectCreationOperation made && IamStatement.IsMadeOf(made.Type)) || (outer is IInvocationOperation call && IamStatement.IsAddedBy(call)))
                return IamStatement.Around(outer) is { MayDeny: true } or { HasConditions: true };
        }

        return false;
    }

    private static IEnumerable<WidePermission> AzureRolesIn(IEnumerable<IOperation> values) =>
        from value in values
        from text in WrittenTexts.Of(value)
        where Array.Exists(AzureRoles, role => text.Text.IndexOf(role, StringComparison.OrdinalIgnoreCase) >= 0)
        select new WidePermission(text.At, NameOf(text.Text));

    private static string NameOf(string address) =>
        address.IndexOf(AzureRoles[0], StringComparison.OrdinalIgnoreCase) >= 0 ? "Owner" : address.IndexOf(AzureRoles[1], StringComparison.OrdinalIgnoreCase) >= 0 ? "Contributor" : "User Access Administrator";

    private static IEnumerable<WidePermission> NamedRoles(IOperation value) =>
        WrittenTexts.Of(value).Where(name => name.Text is "Owner" or "Contributor" or "User Access Administrator").Select(name => new WidePermission(name.At, name.Text));

    /// <summary>Every operation on everything of a kind, or anything to everyone.</summary>
    private static WidePermission? AclOf(IObjectCreationOperation binding)
    {
        var (pattern, entry) = (Made(binding, "Pattern"), Made(binding, "Entry"));
        if (entry is null || Value(entry, "PermissionType")?.Unwrapped() is not IFieldReferenceOperation { Field.Name: "Allow" })
            return null;

        var every = pattern is not null && Value(pattern, "Name") is { } name && WrittenTexts.Of(name).Any(text => text.Text == "*");
        return every && Value(entry, "Operation") is { } operation && operation.Unwrapped() is IFieldReferenceOperation { Field.Name: "All" } ? new(operation, "AclOperation.All on *")
            : Value(entry, "Principal") is { } principal && WrittenTexts.Of(principal).FirstOrDefault(text => text.Text == "User:*") is { At: { } anyone } ? new(anyone, "User:*")
            : null;
    }

    private static IObjectCreationOperation? Made(IObjectCreationOperation outer, string part)
    {
        var value = Value(outer, part)?.Unwrapped();
        return (value is ILocalReferenceOperation { Local: var local } ? ValueOrigin.AssignedOnce(local, value)?.Unwrapped() : value) as IObjectCreationOperation;
    }

    private static IOperation? Value(IObjectCreationOperation made, string property) => Initialised(made).FirstOrDefault(one => one.Name == property).Value;

    private static IEnumerable<(string Name, IOperation Value)> Initialised(IObjectCreationOperation made)
    {
        foreach (var part in made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (part is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value })
                yield return (name, value);
        }
    }
}
