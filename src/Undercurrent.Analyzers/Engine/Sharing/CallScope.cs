using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Sharing;

/// <summary>How often code runs that makes something, and whether what it makes lives on. By syntax, but for where a value goes.</summary>
internal static class CallScope
{
    /// <summary>By which methods begin that run once.</summary>
    private static readonly string[] Once = ["Start", "OnStart", "Init", "Initialize", "Initialise", "Setup", "SetUp", "Configure", "Main", "Seed", "Migrate", "Ensure", "Warm", "WarmUp", "Bootstrap"];

    /// <summary>By which programs begin that stay, and serve many calls.</summary>
    private static readonly HashSet<string> Hosts = new(StringComparer.Ordinal)
    {
        "CreateBuilder", "CreateDefaultBuilder", "CreateHostBuilder", "CreateApplicationBuilder", "CreateSlimBuilder", "CreateEmptyBuilder", "WebHost", "HostBuilder", "WebApplication", "FunctionsApplication", "ServiceBase", "HostFactory", "UseStartup", "RunAsync",
        "LambdaBootstrapBuilder", "HttpListener", "BasicConsume", "BasicConsumeAsync", "Subscribe", "SubscribeAsync",
    };

    private static readonly HashSet<string> Consuming = new(StringComparer.Ordinal) { "BasicConsume", "BasicConsumeAsync", "Subscribe", "SubscribeAsync", "Listen", "ListenAsync", "StartProcessingAsync" };

    /// <summary>The loop of which each round makes another, or the lambda that does for each request or element; null when none does.</summary>
    public static SyntaxNode? LoopAround(SyntaxNode made)
    {
        // What is put into a variable that was there before is made until it succeeds.
        var whole = made.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax ? made.Parent : made;
        if (whole.Parent is AssignmentExpressionSyntax { Left: not DeclarationExpressionSyntax })
            return null;

        for (SyntaxNode inner = made, outer = made.Parent!; outer is not null and not MemberDeclarationSyntax and not LocalFunctionStatementSyntax; inner = outer, outer = outer.Parent!)
        {
            if (outer is StatementSyntax && Body(outer) == inner)
                return outer;

            if (outer is AnonymousFunctionExpressionSyntax)
                return IsPerItem(outer) ? outer : null;
        }

        return null;
    }

    /// <summary>Whether a loop goes over addresses, each of which needs a client of its own.</summary>
    public static bool IsOneOfMany(IOperation made) => made is IObjectCreationOperation { Type.Name: not "HttpClient", Arguments: var creation } && MentionsElement(creation, made.Syntax) || (made is IInvocationOperation { Arguments: var call } && MentionsElement(call, made.Syntax));

    private static bool MentionsElement(IEnumerable<IArgumentOperation> arguments, SyntaxNode made)
    {
        var elements = new HashSet<string>(made.Ancestors().OfType<ForEachStatementSyntax>().Select(loop => loop.Identifier.ValueText), StringComparer.Ordinal);
        return elements.Count > 0 && arguments.Any(argument => argument.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => elements.Contains(name.Identifier.ValueText)));
    }

    /// <summary>Whether the method around runs with every call: not once at the start, not in order to make something for others, not for as long as the program does.</summary>
    public static bool IsCall(SyntaxNode made, Compilation compilation, CancellationToken cancellation)
    {
        var around = made.Ancestors().FirstOrDefault(outer => outer is LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax or AccessorDeclarationSyntax);
        if (around is ConstructorDeclarationSyntax or FieldDeclarationSyntax or GlobalStatementSyntax or BaseTypeDeclarationSyntax or null || made.Ancestors().Any(outer => outer is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }) || IsOfFactory(made, around))
            return false;

        var name = around switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => "",
        };
        return !Array.Exists(Once, word => IsWord(name, word)) && !(name == "ExecuteAsync" && around is MethodDeclarationSyntax worker && worker.Modifiers.Any(SyntaxKind.OverrideKeyword)) && !IsLasting(around) && !(around is LocalFunctionStatementSyntax && around.Parent is GlobalStatementSyntax && !IsHost(around.SyntaxTree.GetRoot(cancellation))) && !IsShortTool(compilation, cancellation);
    }

    /// <summary>Whether a value lives on after the call: it is returned, kept in a member or handed to something that is.</summary>
    public static bool Escapes(IOperation made)
    {
        var isDisposed = false;
        foreach (var outer in made.Syntax.Ancestors())
        {
            if (outer is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } or UsingStatementSyntax { Declaration: not null })
                isDisposed = true;

            if (outer is StatementSyntax or MemberDeclarationSyntax)
                break;
        }

        return !isDisposed && ValueUses.Of(made).Any(Escaping);
    }

    private static bool Escaping(IOperation use)
    {
        for (var (value, outer) = (use, use.Parent); outer is not null; value = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case IReturnOperation:
                case IObjectCreationOperation:
                case ITupleOperation or IArrayInitializerOperation or IObjectOrCollectionInitializerOperation:
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation } assignment when assignment.Value == value:
                case ICoalesceAssignmentOperation coalesce when coalesce.Value == value:
                    return true;
                case IArgumentOperation { Parent: IObjectCreationOperation or IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "AddSingleton" or "TryAddSingleton" or "GetOrAdd" or "Set" or "Exchange" or "CompareExchange" or "Enqueue" or "FromResult" } }:
                    return true;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return ValueUses.Of(declarator.Symbol, declarator).Any(other => other != use && EscapesAtOnce(other));
                case IInvocationOperation call when call.Instance != value:
                case IInvocationOperation { Type.SpecialType: SpecialType.System_Void or SpecialType.System_String }:
                case IExpressionStatementOperation or IBlockOperation:
                    return false;
                case IInvocationOperation call when !IsPart(call):
                    return false;
            }
        }

        return false;
    }

    private static bool EscapesAtOnce(IOperation use) => use.Parent is IReturnOperation || (use.Parent is ISimpleAssignmentOperation { Target: IMemberReferenceOperation } assignment && assignment.Value == use) || use.Parent is IArgumentOperation { Parent: IObjectCreationOperation };

    /// <summary>What a client gives that holds on to it: a database, a collection, a container, a channel.</summary>
    private static bool IsPart(IInvocationOperation call) => call.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal) && !call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Create", StringComparison.Ordinal);

    private static StatementSyntax? Body(SyntaxNode loop) => loop switch
    {
        ForEachStatementSyntax each => each.Statement,
        ForEachVariableStatementSyntax each => each.Statement,
        ForStatementSyntax counted => counted.Statement,
        WhileStatementSyntax asked => asked.Statement,
        DoStatementSyntax done => done.Statement,
        _ => null,
    };

    /// <summary>A lambda that is run for each element, request or message.</summary>
    private static bool IsPerItem(SyntaxNode lambda) => lambda.Parent switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => CallChain.NameOf(call) is { } name && (name is "Select" or "SelectMany" or "ForEach" or "ForEachAsync" || name.StartsWith("Map", StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>Whether it is made in a lambda that gives it to whoever keeps it: a registration, a <c>Lazy</c>, a cache.</summary>
    private static bool IsOfFactory(SyntaxNode made, SyntaxNode around) => made.Ancestors().TakeWhile(outer => outer != around).OfType<AnonymousFunctionExpressionSyntax>().Any(lambda =>
        (lambda.Body is ExpressionSyntax body && body.Span.Contains(made.Span) && lambda.Parent is ArgumentSyntax && !IsPerItem(lambda))
        || lambda.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax }
        || (lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && CallChain.NameOf(call) is { } name
            && (name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal) || name.StartsWith("Configure", StringComparison.Ordinal) || name.StartsWith("Register", StringComparison.Ordinal) || name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("Use", StringComparison.Ordinal))));

    /// <summary>Whether a body listens, or goes round for as long as it is let.</summary>
    private static bool IsLasting(SyntaxNode around) => around.DescendantNodes().Any(node => node switch
    {
        SimpleNameSyntax name => Consuming.Contains(name.Identifier.ValueText),
        WhileStatementSyntax { Condition: var condition } => condition.IsKind(SyntaxKind.TrueLiteralExpression) || condition.ToString().IndexOf("IsCancellationRequested", StringComparison.Ordinal) >= 0,
        _ => false,
    });

    /// <summary>Whether the program does its work and ends, so that what it makes it makes once.</summary>
    private static bool IsShortTool(Compilation compilation, CancellationToken cancellation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
        && compilation.GetEntryPoint(cancellation)?.DeclaringSyntaxReferences.FirstOrDefault() is { } start && !IsHost(start.SyntaxTree.GetRoot(cancellation));

    private static bool IsHost(SyntaxNode root) => root.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && Hosts.Contains(token.ValueText));

    private static bool IsWord(string name, string word) => name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || !char.IsLower(name[word.Length]));
}
