using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>Reads the retries that libraries are told to make: calls, new objects, settings of objects that others made.</summary>
internal sealed class RetryPlans(PipelineProject project, CancellationToken cancellation)
{
    /// <summary>As good as for ever; what is meant to end ends long before.</summary>
    private const double Endless = 1_000_000;

    private const DeliveryTrait Telling = DeliveryTrait.RetryNow | DeliveryTrait.RetryForever | DeliveryTrait.RetryCount | DeliveryTrait.RetryDelay | DeliveryTrait.RetrySameWait | DeliveryTrait.RetryLongerWait | DeliveryTrait.RetryGrowth;

    /// <summary>By which most members are told from those of a retry at once.</summary>
    private static readonly HashSet<string> Names = new(ApiCatalogue.DataApis.Entries.Where(entry => (entry.Delivery & Telling) != 0).Select(entry => entry.Member == ".ctor" ? entry.TypeName : entry.Member), StringComparer.Ordinal);

    public RetryPlan? Of(IOperation operation) => operation switch
    {
        IInvocationOperation call when Names.Contains(call.TargetMethod.Name) => Called(call),
        // Some compilers show what an attribute makes, too; all show the attribute.
        IObjectCreationOperation { Constructor: not null, Syntax: not AttributeSyntax } made when IsSetUp(made) => Made(made),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } set when Names.Contains(property.Name) => Set(set),
        _ => null,
    };

    /// <summary>The retry an attribute asks for.</summary>
    public RetryPlan? Of(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is not { } constructor || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax || !Names.Contains(constructor.ContainingType.Name))
            return null;

        var settings = new RetrySettings(project.DataApis.DeliveryOf(constructor), constructor.ContainingType.Name);
        for (var at = 0; at < constructor.Parameters.Length && at < attribute.ConstructorArguments.Length; at++)
            settings.Add(project.DataApis.DeliveryOf(constructor, constructor.Parameters[at].Name), constructor.Parameters[at].Name, attribute.ConstructorArguments[at]);

        foreach (var argument in attribute.NamedArguments)
        {
            if (constructor.ContainingType.GetMembers(argument.Key).FirstOrDefault() is { } member)
                settings.Add(project.DataApis.DeliveryOf(member), argument.Key, argument.Value);
        }

        return settings.Plan(syntax.Name.GetLocation(), Endless);
    }

    private RetryPlan? Called(IInvocationOperation call)
    {
        var settings = new RetrySettings(project.DataApis.DeliveryOf(call.TargetMethod), call.TargetMethod.Name);
        Add(settings, call.TargetMethod, call.Arguments);
        foreach (var argument in call.Arguments)
        {
            // The settings of a provider come as an object of their own.
            if (settings.IsTelling && argument.Parameter?.Type is INamedTypeSymbol { TypeKind: TypeKind.Class, Name: "SqlRetryLogicOption" } && ValueOrigin.Of(argument.Value) is { Count: 1 } origins && origins[0].Unwrapped() is IObjectCreationOperation made)
                Add(settings, made);
        }

        return RetryReasons.AreOfItsOwn(call) || IsFirstOfTwo(call) ? null : settings.Plan(call.NameLocation(), Endless);
    }

    /// <summary>MassTransit tries a few times at once, and then delivers again after a while, where it is told both.</summary>
    private bool IsFirstOfTwo(IInvocationOperation call) =>
        call.TargetMethod.Name is "Immediate" or "Interval" && call.TargetMethod.RootNamespace() == "MassTransit" && RetrySetups.Of(project.Compilation, cancellation) is var setups && (setups.Has("UseDelayedRedelivery") || setups.Has("UseScheduledRedelivery"));

    private RetryPlan? Made(IObjectCreationOperation made)
    {
        var settings = new RetrySettings(project.DataApis.DeliveryOf(made.Constructor), made.Type!.Name, isObject: true);
        Add(settings, made.Constructor!, made.Arguments);
        Add(settings, made);
        foreach (var later in LaterOn(made))
            Add(settings, later);

        return RetryReasons.AreOfItsOwn(made) ? null : settings.Plan(made.Syntax is ObjectCreationExpressionSyntax { Type: var type } ? type.GetLocation() : made.Syntax.GetLocation(), Endless, HasDeadline(made)) is { } plan ? AfterWait(plan, made) : null;
    }

    /// <summary>A job that is fired again at once may have waited before it asked for that.</summary>
    private static RetryPlan AfterWait(RetryPlan plan, IOperation asked)
    {
        if (plan.Pace != Pace.None || plan.Name is not ("JobExecutionException" or "RefireImmediately"))
            return plan;

        for (var around = asked.Parent; around is not null; around = around.Parent)
        {
            if (around is IBlockOperation block && block.Descendants().OfType<IInvocationOperation>().Any(call => call.Syntax.SpanStart < asked.Syntax.SpanStart && LoopWait.IsWait(call)))
                return plan with { Pace = Pace.Unknown };

            if (around is ICatchClauseOperation)
                break;
        }

        return plan;
    }

    private RetryPlan? Set(ISimpleAssignmentOperation set)
    {
        if ((set.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation { Constructor: not null } creation } && IsSetUp(creation)) || (project.DataApis.DeliveryOf(((IPropertyReferenceOperation)set.Target).Property) & Telling) == 0)
            return null;

        var target = (IPropertyReferenceOperation)set.Target;
        if (target.Instance?.Unwrapped() is ILocalReferenceOperation local && ValueOrigin.AssignedOnce(local.Local, local)?.Unwrapped() is IObjectCreationOperation made && (project.DataApis.DeliveryOf(made.Constructor) & Telling) != 0)
            return null;

        var siblings = SiblingsOf(set, target);
        if (siblings.FirstOrDefault() is { } first && first != set)
            return null;

        var type = target.Instance?.Type as INamedTypeSymbol ?? target.Property.ContainingType;
        var settings = new RetrySettings(OfConstructor(type), target.Property.Name, isObject: true);
        foreach (var one in siblings)
            Add(settings, one);

        return settings.Plan(target.Syntax is MemberAccessExpressionSyntax access ? access.Name.GetLocation() : target.Syntax.GetLocation(), Endless) is { } plan ? AfterWait(plan, set) : null;
    }

    private DeliveryTrait OfConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault() is { } constructor ? project.DataApis.DeliveryOf(constructor) & (DeliveryTrait.RetrySameWait | DeliveryTrait.RetryLongerWait) : DeliveryTrait.None;

    /// <summary>The settings given to the same object: in the same initialiser, or in the same body under the same name.</summary>
    private List<ISimpleAssignmentOperation> SiblingsOf(ISimpleAssignmentOperation set, IPropertyReferenceOperation target)
    {
        var together = set.Parent is IObjectOrCollectionInitializerOperation initial
            ? initial.Initializers.OfType<ISimpleAssignmentOperation>()
            : target.Instance is { } instance
            ? set.Root().Descendants().OfType<ISimpleAssignmentOperation>().Where(other => other.Target is IPropertyReferenceOperation { Instance: { } same } && same.Syntax.ToString() == instance.Syntax.ToString() && other.Parent is not IObjectOrCollectionInitializerOperation)
            : [set];
        return together.Where(other => other.Target is IPropertyReferenceOperation { Property: var property } && project.DataApis.DeliveryOf(property) != DeliveryTrait.None).OrderBy(other => other.Syntax.SpanStart).ToList();
    }

    /// <summary>What is set on a new object after it was put into a local.</summary>
    private static IEnumerable<ISimpleAssignmentOperation> LaterOn(IObjectCreationOperation made)
    {
        IOperation holder = made;
        while (holder.Parent is IConversionOperation or IVariableInitializerOperation)
            holder = holder.Parent;

        return holder.Parent is IVariableDeclaratorOperation { Symbol: var local }
            ? made.Root().Descendants().OfType<ISimpleAssignmentOperation>().Where(one => one.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation same } && SymbolEqualityComparer.Default.Equals(same.Local, local))
            : [];
    }

    /// <summary>Whether what an endless policy is given to ends it.</summary>
    private bool HasDeadline(IOperation made)
    {
        for (var around = made.Parent; around is not null; around = around.Parent)
        {
            if (around is IObjectOrCollectionInitializerOperation initial && initial.Initializers.OfType<ISimpleAssignmentOperation>().Any(one => one.Target is IPropertyReferenceOperation { Property: var property } && (project.DataApis.DeliveryOf(property) & DeliveryTrait.RetryDeadline) != 0))
                return true;
        }

        return false;
    }

    /// <summary>Whether an object says nothing but how to try again, so that it is read as a whole.</summary>
    private static bool IsSetUp(IObjectCreationOperation made) =>
        Names.Contains(made.Constructor!.ContainingType.Name) || (made.Initializer is not null && made.Constructor.ContainingType.Name.IndexOf("Retry", StringComparison.Ordinal) >= 0);

    private void Add(RetrySettings settings, IMethodSymbol method, IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)
                settings.Add(project.DataApis.DeliveryOf(method, parameter.Name), parameter.Name, argument.Value);
        }
    }

    private void Add(RetrySettings settings, IObjectCreationOperation made)
    {
        foreach (var set in made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            Add(settings, set);
    }

    private void Add(RetrySettings settings, ISimpleAssignmentOperation set)
    {
        if (set.Target is IPropertyReferenceOperation { Property: var property })
            settings.Add(project.DataApis.DeliveryOf(property), property.Name, set.Value);
    }
}
