using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Batches;

/// <summary>
/// Whether anybody looks at what the result of a batch tells: goes from the call outwards, through tasks, lists of them, lambdas
/// and locals. Where the result goes out of sight it counts as looked at.
/// </summary>
internal sealed class ResultUse(ITypeSymbol result, PipelineProject project, bool returns = true)
{
    private readonly bool _hasTeller = BatchCall.Teller(result, project) is not null;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public bool IsLookedAt(IOperation value)
    {
        switch (value.Parent)
        {
            case IExpressionStatementOperation or IUsingOperation:
                return false;
            case IAwaitOperation or IParenthesizedOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation
                or { Kind: Composition.CollectionExpression or Composition.Spread }:
                return IsLookedAt(value.Parent);
            case IConditionalOperation choice:
                return choice.Condition == value || IsLookedAt(choice);
            case IConversionOperation conversion when Carries(conversion.Type) || conversion.Parent is IBinaryOperation:
                return IsLookedAt(conversion);
            case IConversionOperation conversion:
                return !IsBareTask(conversion.Type);
            case IConditionalAccessOperation access when access.Operation == value:
                return access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().Take(1).Any(IsLookedAt);
            case IConditionalAccessOperation access:
                return IsLookedAt(access);
            case ISimpleAssignmentOperation assignment:
                return assignment.Target != value && IsKept(assignment);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declared }:
                return IsRead(declared.Symbol, declared);
            case IVariableInitializerOperation { Parent: IVariableDeclarationOperation declaration }:
                return declaration.Declarators.Any(declared => IsRead(declared.Symbol, declared));
            case IReturnOperation { Kind: not OperationKind.YieldReturn } returned:
                return IsReturnedToALook(returned);
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return IsTakenToALook(call, argument);
            case IPropertyReferenceOperation member when member.Instance == value:
                return (!IsAbout(value.Type) && MemberUse.Shows(member, project, _hasTeller)) || (Carries(member.Type) && IsLookedAt(member));
            case IArrayElementReferenceOperation element when element.ArrayReference == value:
                return IsLookedAt(element);
            case IInvocationOperation call when call.Instance == value:
                return IsAskedToALook(call);
            case IIsPatternOperation match:
                return ShowsIn(match.Pattern);
            case IBinaryOperation { LeftOperand: var left, RightOperand: var right }:
                return !IsNull(left) && !IsNull(right);
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation each } loop when loop.Collection == value || loop.Collection.Unwrapped() == value:
                return !IsAbout(value.Type) || IsRead(each.Symbol, loop.Body);
            default:
                return true;
        }
    }

    /// <summary>Whether a type is the result, or a task, a list or the like of it.</summary>
    private bool Carries(ITypeSymbol? type) => type is not null && (Is(type) || IsAbout(type) || BatchCall.Parts(result).Any(part => SymbolEqualityComparer.Default.Equals(part, type)));

    /// <summary>Whether a type only holds the result: a task, a list, a task of a list.</summary>
    private bool IsAbout(ITypeSymbol? type) => !Is(type) && type switch
    {
        IArrayTypeSymbol array => Is(array.ElementType) || IsAbout(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Is(argument) || IsAbout(argument)),
        _ => false,
    };

    private bool Is(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, result);

    private static bool IsBareTask(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsBareTask(array.ElementType),
        INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncResult" or "Void" } => true,
        INamedTypeSymbol named => named.TypeArguments.Any(IsBareTask),
        _ => false,
    };

    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

    private bool IsKept(ISimpleAssignmentOperation assignment) => assignment.Target switch
    {
        IDiscardOperation => false,
        ILocalReferenceOperation { Local: var local } => IsRead(local, assignment) || IsLookedAt(assignment),
        _ => true,
    };

    /// <summary>Whether any mention of a variable looks at what it holds.</summary>
    private bool IsRead(ISymbol variable, IOperation within)
    {
        if (!_seen.Add(variable))
            return false;

        foreach (var mention in within.Root().Descendants())
        {
            var mentioned = mention switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => (ISymbol)parameter.Parameter,
                _ => null,
            };
            if (mentioned is not null && SymbolEqualityComparer.Default.Equals(mentioned, variable) && IsLookedAt(mention))
                return true;
        }

        return false;
    }

    /// <summary>What a lambda returns is what its caller gets; a method's is out of sight, unless it is a local function.</summary>
    private bool IsReturnedToALook(IReturnOperation returned)
    {
        IOperation? around = returned;
        while (around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            around = around.Parent;

        return around switch
        {
            IAnonymousFunctionOperation lambda => IsLambdaCalledToALook(lambda),
            ILocalFunctionOperation => returns,
            _ => returns,
        };
    }

    private bool IsLambdaCalledToALook(IAnonymousFunctionOperation lambda)
    {
        IOperation made = lambda;
        while (made.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            made = made.Parent;

        return made.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => !Carries(call.Type) || IsOfThePolicy(call) || IsLookedAt(call),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declared } => IsInvokedToALook(declared.Symbol, declared),
            _ => true,
        };
    }

    private bool IsInvokedToALook(ILocalSymbol lambda, IOperation within) => within.Root().Descendants().OfType<ILocalReferenceOperation>()
        .Where(mention => SymbolEqualityComparer.Default.Equals(mention.Local, lambda))
        .Any(mention => mention.Parent is not IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call || IsLookedAt(call));

    /// <summary>A policy made for the result decides by the result whether to try again.</summary>
    private bool IsOfThePolicy(IInvocationOperation call) => call.Instance?.Type is { } type && type.ContainingNamespace?.ToString().StartsWith("Polly", StringComparison.Ordinal) == true && IsAbout(type);

    private bool IsTakenToALook(IInvocationOperation call, IArgumentOperation argument)
    {
        // A method that gives back what it is given may well look at it.
        if (Carries(call.Type))
            return !IsOfTheFramework(call.TargetMethod) || IsLookedAt(call);

        if (call.TargetMethod.ContainingType?.ToString() == "System.Linq.Enumerable")
            return IsReadByTheLambda(call, argument);

        // A list the results are put into is as good as a variable.
        if (call.Instance is ILocalReferenceOperation { Local: var list } && IsAbout(list.Type))
            return IsRead(list, call);

        return !(call.TargetMethod.ContainingType?.Name == "Task" && call.TargetMethod.IsStatic);
    }

    private bool IsAskedToALook(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" || (Carries(call.Type) && IsOfTheFramework(call.TargetMethod) && call.TargetMethod.Name != "ContinueWith"))
            return IsLookedAt(call);

        if (call.TargetMethod.Name is "ContinueWith" or "ForEach")
            return IsReadByTheLambda(call, null) || (Carries(call.Type) && IsLookedAt(call));

        return call.TargetMethod.Name is not ("Wait" or "Dispose" or "DisposeAsync" or "GetType" or "GetHashCode") && (!IsAbout(call.Instance!.Type) || !IsCollectionCall(call.TargetMethod.Name));
    }

    /// <summary>Whether the lambda a call is given looks at what it is handed.</summary>
    private bool IsReadByTheLambda(IInvocationOperation call, IArgumentOperation? but)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument != but && ShortBody.Lambda(argument.Value) is { Symbol.Parameters.Length: > 0 } lambda)
                return IsRead(lambda.Symbol.Parameters[0], lambda.Body);
        }

        return false;
    }

    private static bool IsOfTheFramework(IMethodSymbol method) => method.ContainingNamespace?.ToString() is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));

    private static bool IsCollectionCall(string method) => method is "Add" or "AddRange" or "Enqueue" or "Push" or "Clear" or "Remove" or "TryAdd" or "Insert" or "RemoveAll" or "RemoveAt";

    private bool ShowsIn(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => ShowsIn(negated.Pattern),
        IBinaryPatternOperation both => ShowsIn(both.LeftPattern) || ShowsIn(both.RightPattern),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } => IsRead(declared, pattern),
        IRecursivePatternOperation parts => parts.PropertySubpatterns.Any(part => part.Member is IPropertyReferenceOperation member && MemberUse.Shows(member, project, _hasTeller))
            || (parts.DeclaredSymbol is { } declared && IsRead(declared, pattern)),
        _ => false,
    };
}
