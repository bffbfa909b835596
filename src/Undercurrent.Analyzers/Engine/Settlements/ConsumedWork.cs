using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>The calls in source that take records from Kafka to work on them.</summary>
internal sealed class ConsumedWork(BrokerCalls calls)
{
    /// <summary>Those of the type that an operation stands in, or where it takes none, of the whole project.</summary>
    public IReadOnlyList<IInvocationOperation> For(IObjectCreationOperation settings)
    {
        var all = CallIndex.Of(calls.Project.Compilation).Uses("Consume", calls.Cancellation)
            .SelectMany(file => file.Uses.Where(use => use.Arguments is not null).Select(use => NamedCall.At(file.Tree, use.Position, calls.Project.Compilation, calls.Cancellation).Operation))
            .OfType<IInvocationOperation>().Where(calls.HandsOver).ToList();
        var type = settings.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault();
        var own = all.FindAll(call => call.Syntax.SyntaxTree == settings.Syntax.SyntaxTree && (type is null || call.Syntax.IsInside(type)));

        // Settings that say nothing where they are made, far from any consumer, may be part of others.
        var found = own.Count > 0 ? own : settings.Initializer is null && settings.Arguments.IsEmpty ? new() : all;
        return found.FindAll(call => IsWorkedOn(call));
    }

    /// <summary>Whether what a call takes is worked on, there or by those it is handed on to.</summary>
    public bool IsWorkedOn(IInvocationOperation receiving, int depth = 0)
    {
        var work = new RecordWork(calls);
        for (var around = receiving.Parent; around is not (null or IAnonymousFunctionOperation); around = around.Parent)
        {
            if (around is IInvocationOperation taking && work.MayFail(taking))
                return true;
        }

        if (RecordTrail.From(receiving, calls) is { } trail && receiving.Root().Descendants().Any(one => one.Syntax != receiving.Syntax && work.IsOn(one, trail) && !IsCommit(one)))
            return true;

        // What a helper hands on is worked on by its callers.
        return depth < 2 && receiving.SemanticModel?.GetEnclosingSymbol(receiving.Syntax.SpanStart) is IMethodSymbol { ReturnsVoid: false, MethodKind: MethodKind.Ordinary } helper && !ValueUses.IsTask(helper.ReturnType)
            && Callers.Of(helper, calls.Project.Compilation, calls.Cancellation) is { } callers && callers.OfType<IInvocationOperation>().Any(call => IsWorkedOn(call, depth + 1));
    }

    private bool IsCommit(IOperation operation) => operation is IInvocationOperation call && calls.Tells(call.TargetMethod);
}
