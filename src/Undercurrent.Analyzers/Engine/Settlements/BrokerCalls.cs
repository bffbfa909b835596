using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Completion;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>The calls by which records come from brokers and by which these are told that they are done with.</summary>
internal sealed class BrokerCalls(PipelineProject project, CancellationToken cancellation)
{
    private const int Deepest = 3;

    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IMethodSymbol, bool>> Known = new();

    /// <summary>The names of the calls that acknowledge.</summary>
    private static readonly HashSet<string> Acknowledging = Members(DeliveryTrait.Acknowledges);

    /// <summary>The types by which records are received or settled, but for those that are a record themselves.</summary>
    private static readonly HashSet<string> Clients = new(
        ApiCatalogue.DataApis.Entries.Where(entry => (entry.Delivery & (DeliveryTrait.Acknowledges | DeliveryTrait.HandsOver)) != 0 && !IsRecord(entry.TypeName)).Select(entry => entry.TypeName), StringComparer.Ordinal);

    /// <summary>What a settlement is given beside the record.</summary>
    private static readonly HashSet<string> Beside = new(StringComparer.OrdinalIgnoreCase) { "queueUrl", "key", "groupName", "group", "subscription", "multiple", "flags", "cancellationToken", "mode", "opts", "consumer" };

    public PipelineProject Project { get; } = project;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Whether a method of a broker's client is known to acknowledge.</summary>
    public bool Acknowledges(IMethodSymbol method) => (Acknowledging.Contains(method.Name) || !ReferenceEquals(Project.DataApis, ApiCatalogue.DataApis)) && (Project.DataApis.DeliveryOf(method) & DeliveryTrait.Acknowledges) != 0;

    /// <summary>Whether a call hands over records.</summary>
    public bool HandsOver(IInvocationOperation call) => (Project.DataApis.DeliveryOf(call.TargetMethod) & DeliveryTrait.HandsOver) != 0;

    /// <summary>Whether a call gives a record back, sets it aside, or otherwise tells its broker about it.</summary>
    public bool Tells(IMethodSymbol method) => (Project.TraitsOf(method) & (ApiTrait.Settle | ApiTrait.Nack)) != 0;

    public static bool IsClient(ITypeSymbol type) => Clients.Contains(type.Name) || type.AllInterfaces.Any(one => one.Name is "IConsumer" or "IAmazonSQS" && Clients.Contains(one.Name));

    /// <summary>Whether a call acknowledges a record, itself or by a method in source that does nothing else with it.</summary>
    public bool Settles(IInvocationOperation call) =>
        Acknowledges(call.TargetMethod) ? !CommitsWhatIsStored(call) : SettlesInSource(call.TargetMethod);

    /// <summary>What of a settlement's arguments or receiver says which record it is about.</summary>
    public static IEnumerable<IOperation> SettledBy(IInvocationOperation settling)
    {
        var said = settling.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter && !Beside.Contains(parameter.Name)).Select(argument => argument.Value).SelectMany(Parts);
        return settling.Instance is { Type: { } type } instance && IsRecord(type.Name) ? said.Concat([instance]) : said;
    }

    /// <summary>A request says which queue it is for, too.</summary>
    private static IEnumerable<IOperation> Parts(IOperation value)
    {
        if (value.Unwrapped() is not IObjectCreationOperation made)
            return [value];

        var set = made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Where(one => one.Target is IMemberReferenceOperation { Member.Name: not "QueueUrl" }).Select(one => one.Value) ?? Enumerable.Empty<IOperation>();
        return made.Arguments.Where(argument => argument.Parameter is { } parameter && !Beside.Contains(parameter.Name)).Select(argument => argument.Value).Concat(set);
    }

    public static bool IsRecord(string type) => type.EndsWith("Args", StringComparison.Ordinal) || type.EndsWith("Msg", StringComparison.Ordinal) || type.EndsWith("Msg`1", StringComparison.Ordinal);

    /// <summary>A commit of whatever offsets were stored is as late as the storing was.</summary>
    private static bool CommitsWhatIsStored(IInvocationOperation call) => call is { TargetMethod: { Name: "Commit", Parameters.IsEmpty: true } } && OwnCompany.Calls(call.Syntax, "StoreOffset");

    private bool SettlesInSource(IMethodSymbol method) => !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        && Known.GetOrCreateValue(Project.Compilation).GetOrAdd(method.OriginalDefinition, asked => SettlesInSource(asked, 0));

    /// <summary>Told by the names in its body first: most methods settle nothing.</summary>
    private bool SettlesInSource(IMethodSymbol method, int depth)
    {
        if (depth >= Deepest || method.DeclaringSyntaxReferences.IsEmpty || !method.DeclaringSyntaxReferences.Any(MentionsSettling) || SourceModels.BodyOf(method, Project.Compilation, Cancellation) is not { } body)
            return false;

        var settles = false;
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (FlowGraphs.FunctionsAround(call).Any(function => function.Syntax != body.Syntax && function.Syntax.IsInside(body.Syntax)))
                continue;

            var own = Acknowledges(call.TargetMethod) || SettlesInSource(call.TargetMethod, depth + 1);
            settles |= own && !IsConditional(call, body);
            if (!own && (HandsOver(call) || new RecordWork(this).MayFail(call)))
                return false;
        }

        return settles;
    }

    /// <summary>Whether a part of a body is done only where the record asks for it.</summary>
    private static bool IsConditional(IOperation call, IOperation body)
    {
        for (var around = call.Parent; around is not null && around != body; around = around.Parent)
        {
            if (around is IConditionalOperation { WhenFalse: not null } or ICatchClauseOperation or ISwitchOperation)
                return true;
        }

        return false;
    }

    private bool MentionsSettling(SyntaxReference at) => at.GetSyntax(Cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(call => CallChain.NameOf(call) is { } name && (Acknowledging.Contains(name) || IsOwn(name)));

    /// <summary>A method of the same file that may settle in turn; asked by name, so that the way down stays short.</summary>
    private static bool IsOwn(string name) => HarmlessNames.SoundsLikeSettling(name);

    private static HashSet<string> Members(DeliveryTrait trait) => new(ApiCatalogue.DataApis.Entries.Where(entry => (entry.Delivery & trait) != 0).Select(entry => entry.Member), StringComparer.Ordinal);
}
