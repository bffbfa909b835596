using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Blocking;

/// <summary>Which task reads or writes data outside the process: a call of a client, or of a method in source that makes one.</summary>
internal sealed class DataTask(PipelineProject project, CancellationToken cancellation)
{
    private const int Deepest = 3;
    private const int MostBodies = 12;

    private const ApiTrait Data = ApiTrait.Ingest | ApiTrait.Connect | ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase | ApiTrait.Settle | ApiTrait.Nack | ApiTrait.Partial;

    private static readonly HashSet<string> Clients = new(StringComparer.Ordinal)
    {
        "Amazon", "Azure", "Cassandra", "Confluent", "Dapper", "DotPulsar", "Elastic", "FluentFTP", "Flurl", "Google", "MassTransit", "Minio", "MongoDB", "MySql", "MySqlConnector", "NATS", "Neo4j", "Nest", "Npgsql", "OpenSearch", "Oracle",
        "RabbitMQ", "Refit", "Renci", "RestSharp", "Snowflake", "StackExchange",
    };

    private int _bodies;

    /// <summary>The name of the call a task comes from; null where it moves no data, or nobody can tell, or it is known to be done.</summary>
    public string? CallOf(IOperation task)
    {
        task = task.Unwrapped();
        if (task is IArrayCreationOperation { Initializer.ElementValues: var elements })
            return elements.Select(CallOf).FirstOrDefault(name => name is not null);

        return VariableOf(task) is { } variable && IsDone(variable, task) ? null
            : ValueOrigin.Of(task).Select(origin => In(origin, 0)).FirstOrDefault(name => name is not null) ?? Gathered(task);
    }

    private string? In(IOperation origin, int depth) => origin.Unwrapped() switch
    {
        IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" or "AsTask" or "WaitAsync" or "Unwrap" }, Instance: { } inner } => ValueOrigin.Of(inner).Select(one => In(one, depth)).FirstOrDefault(name => name is not null),
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Run" or "WhenAll" or "WhenAny" } method, Arguments: var arguments } when ValueUses.IsTask(method.ContainingType) => arguments.Select(argument => Within(argument.Value, depth) ?? Gathered(argument.Value)).FirstOrDefault(name => name is not null),
        IInvocationOperation call => Named(call, depth),
        IArrayCreationOperation or IObjectCreationOperation => Within(origin, depth),
        _ => null,
    };

    /// <summary>A call that is written somewhere in a value: in an array, a lambda, a projection.</summary>
    private string? Within(IOperation value, int depth)
    {
        if (VariableOf(value.Unwrapped()) is not null)
            return ValueOrigin.Of(value).Where(origin => origin != value.Unwrapped()).Select(origin => In(origin, depth) ?? Within(origin, depth + 1)).FirstOrDefault(name => name is not null);

        return depth > Deepest ? null : value.DescendantsAndSelf().OfType<IInvocationOperation>().Select(call => Named(call, depth)).FirstOrDefault(name => name is not null);
    }

    /// <summary>What is added to a list of tasks, or projected into it.</summary>
    private string? Gathered(IOperation list)
    {
        list = list.Unwrapped();
        if (VariableOf(list) is not { } variable)
        {
            return list is IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" } copied && (copied.Instance ?? copied.Arguments[0].Value) is var source && VariableOf(source.Unwrapped()) is not null ? Gathered(source)
                : list is IInvocationOperation or IArrayCreationOperation ? Within(list, 1) : null;
        }

        return Within(list, 1) ?? ValueUses.Of(variable, list).Select(use => use.Parent).OfType<IInvocationOperation>().Where(call => call.TargetMethod.Name is "Add" or "AddRange")
            .Select(call => Within(call.Arguments[0].Value, 1)).FirstOrDefault(name => name is not null);
    }

    private string? Named(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (!ValueUses.IsTask(method.ReturnType))
            return null;

        return IsOfClient(method) ? ExternalRead.NameOf(method)
            : depth < Deepest && method.OriginalDefinition is { DeclaringSyntaxReferences.IsEmpty: false } own && MovesData(own, depth) ? $"{own.ContainingType.Name}.{own.Name}"
            : null;
    }

    private bool IsOfClient(IMethodSymbol method)
    {
        var traits = project.TraitsOf(method);
        if ((traits & ApiTrait.Local) != 0)
            return false;

        if ((traits & Data) != 0)
            return true;

        var definition = method.ReducedFrom ?? method;
        var space = definition.ContainingNamespace?.ToDisplayString() ?? "";
        return definition.DeclaringSyntaxReferences.IsEmpty && method.Name.EndsWith("Async", StringComparison.Ordinal)
            && (Clients.Contains(definition.RootNamespace() ?? "") || space.StartsWith("System.Net.Http", StringComparison.Ordinal) || space.StartsWith("System.Data", StringComparison.Ordinal)
                || space.StartsWith("Microsoft.Data.", StringComparison.Ordinal) || space.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || space.StartsWith("Microsoft.Azure.", StringComparison.Ordinal));
    }

    /// <summary>Whether a method in source, or what stands for it, makes such a call.</summary>
    private bool MovesData(IMethodSymbol method, int depth)
    {
        foreach (var body in Implementations.Of(method, project.Compilation, cancellation))
        {
            if (++_bodies > MostBodies)
                return false;

            if (SourceModels.BodyOf(body, project.Compilation, cancellation) is { } written && written.Descendants().OfType<IInvocationOperation>().Any(call => Named(call, depth + 1) is not null))
                return true;
        }

        return false;
    }

    /// <summary>Whether a task was waited for, or asked whether it is done, before.</summary>
    private static bool IsDone(ISymbol variable, IOperation task)
    {
        var around = task.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(outer => outer is not GlobalStatementSyntax) ?? task.Syntax.SyntaxTree.GetRoot();
        return around.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Name && name.SpanStart < task.Syntax.SpanStart && IsAsked(name));
    }

    private static bool IsAsked(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "Status" or "Wait" } access && access.Expression == name
        || name.Ancestors().TakeWhile(outer => outer is not StatementSyntax).Any(outer => outer is AwaitExpressionSyntax || outer is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAll" or "WhenAll" } });

    private static ISymbol? VariableOf(IOperation task) => task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner } ? ValueUses.VariableOf(inner.Unwrapped()) : ValueUses.VariableOf(task);
}
