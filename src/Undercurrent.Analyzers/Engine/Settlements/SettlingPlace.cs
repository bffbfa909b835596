using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>Where a record should be settled, and by what: after the last statement that works on it, inside of the try that it is worked on in.</summary>
/// <param name="After">The statement.</param>
/// <param name="Statement">What to write after it.</param>
internal sealed record SettlingPlace(StatementSyntax After, string Statement)
{
    /// <summary>Under which a fix finds where the statement begins.</summary>
    public const string Place = "place";

    /// <summary>Under which a fix finds what to write.</summary>
    public const string Text = "text";

    public ImmutableDictionary<string, string?> Write() =>
        ImmutableDictionary<string, string?>.Empty.Add(Place, After.SpanStart.ToString(CultureInfo.InvariantCulture)).Add(Text, Statement);

    /// <summary>The place in the file of what leaves it open; null where there is none to be sure of.</summary>
    public static SettlingPlace? Of(ManualSettlement manual, BrokerCalls calls) => manual switch
    {
        { Library: "Confluent.Kafka", At: var at } => ConsumeIn(at, calls) is { Instance: { } consumer } consume
            ? OfRecord(consume, record => $"{consumer.Syntax}.{(manual.Settling[0] == "Commit" ? "Commit" : "StoreOffset")}({record});", calls) : null,
        { At: IInvocationOperation { TargetMethod.Name: "BasicConsume" or "BasicConsumeAsync" } call } => OfRabbit(call, calls),
        { At: IInvocationOperation { Instance: { } client } call } => OfRecord(call, record => Settled(call, client, record), calls),
        { At: IEventAssignmentOperation added } => OfHandler(added, args => $"await {args}.UpdateCheckpointAsync();", calls),
        { Library: "Azure.Messaging.ServiceBus", At: ISimpleAssignmentOperation set } when Subscription(set, "ProcessMessageAsync", "ProcessSessionMessageAsync") is { } subscribed =>
            OfHandler(subscribed, args => $"await {args}.CompleteMessageAsync({args}.Message);", calls),
        _ => null,
    };

    /// <summary>The place for the record that a call gives: in the block where it is known by a name, alone or one of many.</summary>
    public static SettlingPlace? OfRecord(IInvocationOperation receiving, Func<string, string?> settle, BrokerCalls calls)
    {
        if (RecordTrail.From(receiving, calls) is not { } trail || trail.Record(receiving) is not { } record || BlockOf(record) is not { } block || settle(record.Name) is not { } statement)
            return null;

        return In(block, trail, receiving.Root(), statement, record, calls);
    }

    private static string? Settled(IInvocationOperation call, IOperation client, string record)
    {
        var isAsync = call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal);
        var (name, arguments) = (call.TargetMethod.ContainingType.Name, call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Select(argument => argument.Value.Syntax.ToString()).ToList());
        return name switch
        {
            "ServiceBusReceiver" => $"await {client.Syntax}.CompleteMessageAsync({record});",
            "QueueClient" when call.TargetMethod.ContainingNamespace.ToDisplayString() == "Azure.Storage.Queues" => isAsync
                ? $"await {client.Syntax}.DeleteMessageAsync({record}.MessageId, {record}.PopReceipt);" : $"{client.Syntax}.DeleteMessage({record}.MessageId, {record}.PopReceipt);",
            "IAmazonSQS" or "AmazonSQSClient" when call.Arguments[0].Value.Type?.SpecialType == SpecialType.System_String => $"await {client.Syntax}.DeleteMessageAsync({arguments[0]}, {record}.ReceiptHandle);",
            "IReceive" => $"await {client.Syntax}.Acknowledge({record}.MessageId);",
            "INatsJSConsumer" => $"await {record}.AckAsync();",
            "IChannel" => $"await {client.Syntax}.BasicAckAsync({record}.DeliveryTag, multiple: false);",
            "IModel" => $"{client.Syntax}.BasicAck({record}.DeliveryTag, multiple: false);",
            "IDatabase" => $"{client.Syntax}.StreamAcknowledge({arguments[0]}, {arguments[1]}, {record}.Id);",
            "IDatabaseAsync" => $"await {client.Syntax}.StreamAcknowledgeAsync({arguments[0]}, {arguments[1]}, {record}.Id);",
            _ => null,
        };
    }

    private static SettlingPlace? OfRabbit(IInvocationOperation call, BrokerCalls calls)
    {
        var client = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments[0].Value : null);
        if (client?.Syntax is not IdentifierNameSyntax channel || Subscription(call, "Received", "ReceivedAsync") is not { } subscribed)
            return null;

        var isAsync = call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal);
        return OfHandler(subscribed, args => isAsync ? $"await {channel}.BasicAckAsync({args}.DeliveryTag, multiple: false);" : $"{channel}.BasicAck({args}.DeliveryTag, multiple: false);", calls);
    }

    /// <summary>The place in a handler that is written where it is subscribed.</summary>
    private static SettlingPlace? OfHandler(IEventAssignmentOperation added, Func<string, string> settle, BrokerCalls calls)
    {
        if (ShortBody.Lambda(added.HandlerValue) is not { Symbol.Parameters: { Length: > 0 } parameters, Syntax: AnonymousFunctionExpressionSyntax { Block: { } block } written } lambda || parameters[parameters.Length - 1] is not { Name: not "_" } record)
            return null;

        var statement = settle(record.Name);
        return (!statement.StartsWith("await", StringComparison.Ordinal) || !written.AsyncKeyword.Span.IsEmpty) && RecordTrail.From(lambda.Symbol, lambda.Body, calls) is { } trail
            ? In(block, trail, lambda.Body.Root(), statement, record, calls) : null;
    }

    private static IEventAssignmentOperation? Subscription(IOperation at, params string[] names)
    {
        var found = at.Root().Descendants().OfType<IEventAssignmentOperation>().Where(one => one.Adds && one.EventReference is IEventReferenceOperation { Event.Name: var name } && names.Contains(name)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static IInvocationOperation? ConsumeIn(IOperation at, BrokerCalls calls)
    {
        var model = at.SemanticModel;
        var type = at.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? at.Syntax.SyntaxTree.GetRoot(calls.Cancellation);
        var found = type.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(one => CallChain.NameOf(one) == "Consume").Select(one => model?.GetOperation(one, calls.Cancellation)).OfType<IInvocationOperation>().Where(calls.HandsOver).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static BlockSyntax? BlockOf(ILocalSymbol record) => record.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        ForEachStatementSyntax { Statement: BlockSyntax body } => body,
        VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } } => block,
        SingleVariableDesignationSyntax designation => designation.FirstAncestorOrSelf<StatementSyntax>() switch
        {
            WhileStatementSyntax { Statement: BlockSyntax body } => body,
            IfStatementSyntax { Statement: BlockSyntax body } => body,
            _ => null,
        },
        _ => null,
    };

    private static SettlingPlace? In(BlockSyntax block, RecordTrail trail, IOperation body, string statement, ISymbol record, BrokerCalls calls)
    {
        var work = new RecordWork(calls);
        var last = body.Descendants().Where(one => one is IInvocationOperation && one.Syntax.IsInside(block) && work.IsOn(one, trail)).OrderBy(one => one.Syntax.SpanStart).LastOrDefault()?.Syntax ?? block.Statements.LastOrDefault();
        while (last is not null)
        {
            var after = block.Statements.FirstOrDefault(one => one.Span.Contains(last.Span));
            if (after is TryStatementSyntax attempt && attempt.Block.Span.Contains(last.Span))
                block = attempt.Block;
            else if (after is TryStatementSyntax { Block.Statements.Count: > 0 } whole && whole == last)
                (block, last) = (whole.Block, whole.Block.Statements.Last());
            else
                return after is null or ReturnStatementSyntax or ThrowStatementSyntax or LocalFunctionStatementSyntax || Leaves(block, record) ? null : new(after, statement);
        }

        return null;
    }

    /// <summary>Whether some way through a block goes past its end without the record's being nothing.</summary>
    private static bool Leaves(BlockSyntax block, ISymbol record) => block.DescendantNodes(inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(inner => inner is ReturnStatementSyntax or GotoStatementSyntax or ContinueStatementSyntax && inner.FirstAncestorOrSelf<IfStatementSyntax>()?.Condition.ToString().Contains(record.Name + " is null") != true && inner.FirstAncestorOrSelf<IfStatementSyntax>()?.Condition.ToString().Contains(record.Name + " == null") != true);
}
