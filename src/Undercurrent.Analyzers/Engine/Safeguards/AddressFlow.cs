using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>
/// Whether an address written in source reaches a client: forward through <c>new Uri</c>, concatenation, choices, locals, and the
/// constants, fields and properties of the same file. An address that goes nowhere known is a name, a link or a namespace.
/// </summary>
internal sealed class AddressFlow(AddressSinks sinks)
{
    private const int Deepest = 24;
    private const int MostHolders = 3;
    private const int MostUses = 40;

    public bool Reaches(IOperation written) => Reaches(written, 0, MostHolders);

    private bool Reaches(IOperation value, int depth, int holders)
    {
        for (var outer = value.Parent; outer is not null && depth < Deepest; value = outer, outer = outer.Parent, depth++)
        {
            switch (outer)
            {
                case IArgumentOperation argument:
                    if (sinks.Takes(argument))
                        return true;

                    if (argument.Parent is IInvocationOperation { TargetMethod.ReturnType: var given } call && !HandsOn(call, given))
                        return false;

                    break;
                case ISimpleAssignmentOperation assignment when assignment.Value == value:
                    return assignment.Target is IMemberReferenceOperation { Member: var member } ? AddressSinks.Takes(member) || IsUsed(member, value, holders) : IsUsed(assignment.Target, value, holders);
                case IObjectCreationOperation { Type.Name: not ("Uri" or "UriBuilder" or "MongoUrl" or "Url") }:
                case IInvocationOperation { Type: var result } sent when sent.Instance == value && !HandsOn(sent, result):
                case IConditionalOperation conditional when conditional.Condition == value:
                case IBlockOperation or IExpressionStatementOperation or IAnonymousFunctionOperation or IObjectOrCollectionInitializerOperation:
                case IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add }:
                    return false;
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return IsUsed(local, value, holders);
                case IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields }:
                    return IsUsed(fields[0], value, holders);
                case IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties }:
                    return AddressSinks.Takes(properties[0]) || IsUsed(properties[0], value, holders);
                case IParameterInitializerOperation { Parameter: var parameter }:
                    return IsUsed(parameter, value, holders);
                case IReturnOperation:
                    return value.SemanticModel?.GetEnclosingSymbol(outer.Syntax.SpanStart) is IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method && IsUsed(method.AssociatedSymbol ?? method, value, holders);
            }
        }

        return false;
    }

    /// <summary>Calls that give another text or address made of the one they are given.</summary>
    private static bool HandsOn(IInvocationOperation call, ITypeSymbol? result) =>
        result?.SpecialType == SpecialType.System_String || result?.Name is "Uri" or "UriBuilder" or "Url" or "MongoUrl" or "IFlurlRequest" || call.TargetMethod.Name is "Add" or "Append";

    private bool IsUsed(IOperation target, IOperation value, int holders) => target switch
    {
        ILocalReferenceOperation local => IsUsed(local.Local, value, holders),
        IParameterReferenceOperation parameter => IsUsed(parameter.Parameter, value, holders),
        _ => false,
    };

    /// <summary>Whether a use of what holds the address reaches a client, in the same file: another file is told by its own use.</summary>
    private bool IsUsed(ISymbol holder, IOperation value, int holders)
    {
        if (holders == 0 || value.SemanticModel is not { } model)
            return false;

        var tree = value.Syntax.SyntaxTree;
        var scope = holder is ILocalSymbol or IParameterSymbol ? value.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? tree.GetRoot() : tree.GetRoot();
        var uses = 0;
        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != holder.Name || uses++ > MostUses || name.Span.Start == value.Syntax.SpanStart)
                continue;

            if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol?.OriginalDefinition, holder.OriginalDefinition) && Use(model, name) is { } use && !IsTarget(use) && Reaches(use, 0, holders - 1))
                return true;
        }

        return false;
    }

    private static IOperation? Use(SemanticModel model, IdentifierNameSyntax name)
    {
        ExpressionSyntax use = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return model.GetOperation(use.Parent is InvocationExpressionSyntax call && call.Expression == use ? call : use);
    }

    private static bool IsTarget(IOperation use) => use.Parent is IAssignmentOperation assignment && assignment.Target == use;
}
