using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>Whether something that is dear to make is made for each message: in the loop that sends, or in a function that is given the one it sends.</summary>
internal static class PerMessage
{
    public static bool IsMade(IOperation origin, IEnumerable<IInvocationOperation> sendings)
    {
        var (loop, function) = Around(origin);
        foreach (var sending in sendings)
        {
            var (sendingLoop, sendingFunction) = Around(sending);
            if (sendingFunction != function || sendingLoop != loop)
                continue;

            if (loop is not null || (!IsEntry(function) && sending.Arguments.Any(argument => IsGiven(argument.Value, function))))
                return true;
        }

        return false;
    }

    private static (ILoopOperation? Loop, IOperation Function) Around(IOperation operation)
    {
        ILoopOperation? loop = null;
        var around = operation;
        while (around.Parent is not null && around is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            around = around.Parent;
            loop ??= around as ILoopOperation;
        }

        return (loop, around);
    }

    /// <summary>What a program or worker starts with is made once.</summary>
    private static bool IsEntry(IOperation function) => MethodOf(function) is null or { Name: "Main" or "<Main>$" or "ExecuteAsync" or "StartAsync", MethodKind: MethodKind.Ordinary } or { MethodKind: MethodKind.Constructor };

    private static bool IsGiven(IOperation value, IOperation function, int depth = 0) => value.DescendantsAndSelf().Any(one => one switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => MayBeMessage(parameter, function),
        ILocalReferenceOperation { Local: var local } when depth < 3 => function.Descendants().Any(declared => declared is IVariableDeclaratorOperation { Initializer.Value: var initial } declarator
            && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) && IsGiven(initial, function, depth + 1)),
        _ => false,
    });

    /// <summary>The sender, the token and the names of topics and queues are not what is sent.</summary>
    private static bool MayBeMessage(IParameterSymbol parameter, IOperation function) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, MethodOf(function))
        && parameter.Type.Name is not (nameof(CancellationToken) or "IConfiguration" or "IOptions" or "String[]") && parameter.Type is not IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
        && !Array.Exists(Names, name => parameter.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Names = ["topic", "queue", "exchange", "routingKey", "servers", "host", "config", "settings", "options", "producer", "connection"];

    private static IMethodSymbol? MethodOf(IOperation function) => function switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        _ => function.SemanticModel?.GetDeclaredSymbol(function.Syntax) as IMethodSymbol ?? function.SemanticModel?.GetEnclosingSymbol(function.Syntax.SpanStart) as IMethodSymbol,
    };
}
