using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether an access leaves a record: by a call or log in its own body, in a helper in source that the body calls, or around all
/// of its callers; by an attribute on the method or its types. Bounded in depth and number.
/// </summary>
internal sealed class AuditTrail : ProtectionQuestion
{
    private const int Deepest = 3;
    private const int MostBodies = 60;

    private static readonly string[] Recording = ["record access", "access log", "log access", "data access event", "access record", "accessed", "activity log", "log activity", "insert activity", "record activity", "track access"];

    /// <summary>Verbs of methods that read an audit, or prepare one, and leave nothing in it.</summary>
    private static readonly HashSet<string> Reading = new(StringComparer.Ordinal) { "get", "read", "list", "find", "query", "search", "load", "fetch", "is", "has", "should", "can", "disable", "skip", "count", "map" };

    /// <summary>What the framework calls around every action of a controller or handler of a page.</summary>
    private static readonly HashSet<string> Hooks = new(StringComparer.Ordinal)
    {
        "OnActionExecuting", "OnActionExecuted", "OnActionExecutionAsync", "OnPageHandlerExecuting", "OnPageHandlerExecuted", "OnPageHandlerExecutionAsync",
    };

    private readonly PipelineProject _project;
    private readonly IReadOnlyCollection<string> _configured;
    private readonly string _entity;
    private readonly AccessKind _kind;
    private readonly IOperation _access;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private AuditTrail(PipelineProject project, IReadOnlyCollection<string> configured, string entity, AccessKind kind, IOperation access, CancellationToken cancellation)
    {
        _project = project;
        _configured = configured;
        _entity = entity;
        _kind = kind;
        _access = access;
        _cancellation = cancellation;
    }

    /// <summary>Whether an access to an entity is recorded, here or by whoever calls for it.</summary>
    public static bool Follows(IOperation access, string entity, AccessKind kind, PipelineProject project, string rule, CancellationToken cancellation)
    {
        var trail = new AuditTrail(project, project.Options.List(Options.AuditMethods, rule, access.Syntax.SyntaxTree), entity, kind, access, cancellation);
        return Protection.Holds(access, project, trail, cancellation);
    }

    public override bool Protects(IOperation around, IOperation inside, IOperation operation) => around switch
    {
        IInvocationOperation call => IsAudit(call),
        IAnonymousFunctionOperation lambda => Records(lambda.Body, operation, 0),
        _ => false,
    };

    /// <summary>Where a route is mapped is not where its requests come from.</summary>
    public override bool Ends(IOperation around) => around is IInvocationOperation call && Endpoints.Maps(call, _project);

    public override bool Protects(IMethodSymbol method, IOperation body) => IsMarked(method) || Records(body, _access, 0) || RunsInsideAnAudit(method);

    /// <summary>Whether a hook of the method's type, or of one it extends, leaves a record of every request that is answered there.</summary>
    private bool RunsInsideAnAudit(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is { DeclaringSyntaxReferences.IsEmpty: false }; type = type.BaseType)
        {
            foreach (var hook in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (Hooks.Contains(hook.Name) && (hook.IsOverride || hook.ContainingType.AllInterfaces.Any(one => one.Name.EndsWith("Filter", StringComparison.Ordinal)))
                    && _seen.Add(hook) && SourceModels.BodyOf(hook, _project.Compilation, _cancellation) is { } body && body.Descendants().OfType<IInvocationOperation>().Any(IsAudit))
                    return true;
            }
        }

        return false;
    }

    private static bool IsMarked(IMethodSymbol method)
    {
        if (AuditSetup.Says(method.Name) || method.GetAttributes().Any(Says) || method.OverriddenMethod?.GetAttributes().Any(Says) == true)
            return true;

        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (AuditSetup.Says(type.Name) || type.GetAttributes().Any(Says))
                return true;
        }

        return false;
    }

    /// <summary><c>[Audit]</c>, <c>[AuditApi]</c>, <c>[ServiceFilter(typeof(AuditFilter))]</c>.</summary>
    private static bool Says(AttributeData attribute) =>
        (attribute.AttributeClass is { } type && (AuditSetup.Says(type.Name) || type.TypeArguments.Any(argument => AuditSetup.Says(argument.Name))) && !attribute.AttributeClass.Name.Contains("Ignore"))
        || attribute.ConstructorArguments.Any(argument => argument is { Kind: TypedConstantKind.Type, Value: ITypeSymbol named } && AuditSetup.Says(named.Name));

    private bool Records(IOperation body, IOperation? access, int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        foreach (var operation in Own(body, access))
        {
            switch (operation)
            {
                case IInvocationOperation call when IsAudit(call) || AuditLog.Records(call, _entity, _kind, access, _project):
                case IInvocationOperation sent when depth < Deepest && InHelper(sent, depth):
                    return true;
                case IObjectCreationOperation { Type: { } made, Parent: not IThrowOperation } when AuditSetup.Says(made.Name) && !made.Name.EndsWith("Exception", StringComparison.Ordinal):
                    return true;
                case IEventReferenceOperation raised when AuditSetup.Says(raised.Event.Name):
                    return true;
            }
        }

        return false;
    }

    /// <summary>The operations of a body, without those of other endpoints that are mapped in it.</summary>
    private IEnumerable<IOperation> Own(IOperation body, IOperation? access)
    {
        foreach (var child in body.ChildOperations)
        {
            yield return child;
            if (child is IInvocationOperation map && access?.Syntax.IsInside(map.Syntax) != true && Endpoints.Mapped(map, _project) is not null)
                continue;

            foreach (var inner in Own(child, access))
                yield return inner;
        }
    }

    private bool IsAudit(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if ((_project.TraitsOf(method) & ApiTrait.Audit) != 0 || _configured.Any(name => Sanitisers.Names(name, method)))
            return true;

        if (Reading.Contains(IdentifierWords.Of(method.Name).FirstOrDefault() ?? ""))
            return false;

        var words = string.Join(" ", IdentifierWords.Of(method.Name));
        return AuditSetup.Says(method.Name) || (method.ContainingType is { } type && AuditSetup.Says(type.Name)) || Array.Exists(Recording, words.Contains) || IsOnAudit(call)
            // LogUserEventAsync of an event service; a logger's own methods are judged by what they say.
            || (words.StartsWith("log ", StringComparison.Ordinal) && words.Contains(" event") && (_project.TraitsOf(method) & ApiTrait.Log) == 0);
    }

    /// <summary>Whether what is called goes by the name of an audit: a field, a set of rows, a logger, a list.</summary>
    private static bool IsOnAudit(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
        if (receiver?.Unwrapped() is IConditionalAccessInstanceOperation)
            receiver = (call.Parent as IConditionalAccessOperation)?.Operation;

        for (receiver = receiver?.Unwrapped(); receiver is not null; receiver = (receiver as IMemberReferenceOperation)?.Instance)
        {
            var name = receiver switch
            {
                IMemberReferenceOperation member => member.Member.Name,
                ILocalReferenceOperation local => local.Local.Name,
                IParameterReferenceOperation parameter => parameter.Parameter.Name,
                _ => null,
            };

            if ((name is not null && AuditSetup.Says(name)) || (receiver.Type is INamedTypeSymbol type && (AuditSetup.Says(type.Name) || type.TypeArguments.Any(argument => AuditSetup.Says(argument.Name)))))
                return true;
        }

        return false;
    }

    private bool InHelper(IInvocationOperation call, int depth)
    {
        var compilation = _project.Compilation;
        var method = call.TargetMethod;
        IEnumerable<IMethodSymbol> helpers = method.Locations.Any(location => location.IsInSource)
            ? Implementations.Of(method, compilation, _cancellation)
            : method.Name is "Send" or "SendAsync" or "Publish" or "InvokeAsync" ? call.Arguments.Select(argument => argument.Value.Unwrapped().Type).OfType<INamedTypeSymbol>().Where(type => type.Locations.Any(location => location.IsInSource)).SelectMany(type => Implementations.HandlersOf(type, compilation, _cancellation)) : [];

        foreach (var helper in helpers)
        {
            if (_seen.Count < MostBodies && _seen.Add(helper.OriginalDefinition) && (helper.GetAttributes().Any(Says) || (SourceModels.BodyOf(helper, compilation, _cancellation) is { } body && Records(body, null, depth + 1))))
                return true;
        }

        return false;
    }
}
