using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A read as it can be put inside a pipeline: awaited, as a task or at once; with its cancellation handed through.</summary>
internal sealed class RetriedCall
{
    private static readonly string[] TokenNames = ["token", "attemptToken", "retryToken"];

    private readonly IInvocationOperation _read;
    private readonly SemanticModel _model;
    private readonly InvocationExpressionSyntax _call;

    private RetriedCall(IInvocationOperation read, InvocationExpressionSyntax call, SemanticModel model)
    {
        _read = read;
        _call = call;
        _model = model;
        Awaited = WholeOf(call) is { Parent: AwaitExpressionSyntax awaited } ? awaited : null;
        Result = IsTask(read.Type, out var result) ? result : read.Type;
        IsAsync = IsTask(read.Type, out _);
    }

    /// <summary>Whether the read gives a task.</summary>
    public bool IsAsync { get; }

    /// <summary>What the read gives in the end; null when nothing.</summary>
    public ITypeSymbol? Result { get; }

    /// <summary>Whether the read gives a <c>ValueTask</c>, which a policy of Polly 7 cannot run.</summary>
    public bool IsValueTask => _read.Type?.Name == "ValueTask";

    /// <summary>The expression to replace: the await where there is one, else the call.</summary>
    public ExpressionSyntax Target => (ExpressionSyntax?)Awaited ?? _call;

    private AwaitExpressionSyntax? Awaited { get; }

    /// <summary>
    /// The reported read, when it can stand in a lambda and be repeated there; null otherwise. A query in the head of a loop reads
    /// only as the loop goes round, outside of any lambda around it.
    /// </summary>
    public static RetriedCall? Of(InvocationExpressionSyntax call, Finding finding, CancellationToken cancellation)
    {
        if (call.Span != finding.Diagnostic.Location.SourceSpan || finding.Model.GetOperation(call, cancellation) is not IInvocationOperation read
            || call.Expression is MemberBindingExpressionSyntax || read.Type is { } type && (type.Name == "IAsyncEnumerable" || ExternalRead.IsQuery(type)) || !FitsALambda(call, read) || MayWrite(read))
            return null;

        return new(read, call, finding.Model);
    }

    /// <summary>The same read run by a pipeline.</summary>
    /// <param name="current">The target as it now stands in the editor.</param>
    /// <param name="pipeline">The pipeline's or policy's name.</param>
    /// <param name="isPolicy">Whether it is one of Polly 7, which runs tasks and takes a token only together with one.</param>
    public ExpressionSyntax Inside(ExpressionSyntax current, string pipeline, bool isPolicy)
    {
        if (!IsAsync)
            return Parse($"{pipeline}.Execute(() => {current.WithoutTrivia()})", current);

        var token = TokenNames.First(name => _model.LookupSymbols(_call.SpanStart, name: name).IsEmpty);
        var stop = TokenOutside();
        var handed = isPolicy && stop is null ? null : token;
        var whole = current is AwaitExpressionSyntax awaited ? awaited.Expression : current;
        var inner = handed is null ? whole : WithToken(whole, handed);
        var run = $"{pipeline}.ExecuteAsync(async {handed ?? "()"} => await {inner.WithoutTrivia()}{(stop is null ? "" : ", " + stop)})";
        if (current is AwaitExpressionSyntax)
            return Parse($"await {run}{ConfigureAwaitOf(whole)}", current);

        return Parse(isPolicy || IsValueTask ? run : $"{run}.AsTask()", current);
    }

    private static ExpressionSyntax Parse(string text, ExpressionSyntax current) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(current);

    /// <summary>The call together with the <c>ConfigureAwait</c> on it.</summary>
    private static InvocationExpressionSyntax WholeOf(InvocationExpressionSyntax call) =>
        call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured } ? configured : call;

    private static string ConfigureAwaitOf(ExpressionSyntax whole) =>
        whole is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } configured ? ".ConfigureAwait" + configured.ArgumentList.WithoutTrivia() : "";

    private string? TokenOutside() => _read.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && IsToken(argument.Parameter?.Type)) is { } given
        ? given.Value.Syntax is IdentifierNameSyntax or MemberAccessExpressionSyntax && given.Value.Syntax.ToString() is var text && text is not "CancellationToken.None" ? text : null
        : Reach.NameOf(_model, _call, "System.Threading.CancellationToken");

    /// <summary>Hands the pipeline's token to the read, where the read takes one.</summary>
    private ExpressionSyntax WithToken(ExpressionSyntax whole, string token)
    {
        var call = whole is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: InvocationExpressionSyntax inner } } ? inner : (InvocationExpressionSyntax)whole;
        var name = SyntaxFactory.IdentifierName(token);
        var given = _read.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && IsToken(argument.Parameter?.Type));
        if (given?.Syntax is ArgumentSyntax written && _call.ArgumentList.Arguments.IndexOf(written) is >= 0 and var place)
        {
            var old = call.ArgumentList.Arguments[place];
            return whole.ReplaceNode(old.Expression, name.WithTriviaFrom(old.Expression));
        }

        if (given is not null || Added() is not { } added)
            return whole;

        var argument = added.Length == 0 ? SyntaxFactory.Argument(name) : SyntaxFactory.Argument(SyntaxFactory.NameColon(added).WithTrailingTrivia(SyntaxFactory.Space), default, name);
        return whole.ReplaceNode(call.ArgumentList, call.ArgumentList.AddArguments(call.ArgumentList.Arguments.Count == 0 ? argument : argument.WithLeadingTrivia(SyntaxFactory.Space)));
    }

    /// <summary>How a token is added to the arguments: by position (empty), by name, or not at all (null).</summary>
    private string? Added()
    {
        var method = _read.TargetMethod;
        var written = _call.ArgumentList.Arguments;
        if (method.Parameters.FirstOrDefault(parameter => parameter.IsOptional && IsToken(parameter.Type)) is { } optional)
        {
            var reduced = method.IsExtensionMethod && _call.Expression is MemberAccessExpressionSyntax && written.Count < _read.Arguments.Count(argument => argument.ArgumentKind == ArgumentKind.Explicit) ? 1 : 0;
            return optional.Ordinal - reduced == written.Count && written.All(argument => argument.NameColon is null) ? "" : optional.Name;
        }

        var overload = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(other =>
            other.Parameters.Length == method.Parameters.Length + 1 && other.Arity == method.Arity && IsToken(other.Parameters[other.Parameters.Length - 1].Type)
            && other.Parameters.Take(method.Parameters.Length).Select(parameter => parameter.Type.ToDisplayString()).SequenceEqual(method.OriginalDefinition.Parameters.Select(parameter => parameter.Type.ToDisplayString())));
        return overload is null || written.Any(argument => argument.NameColon is not null) || method.Parameters.Any(parameter => parameter.IsParams) || method.Parameters.Length != written.Count ? null : "";
    }

    /// <summary>Whether nothing in the call forbids a lambda: no by-reference parameter, no span, no variable declared, no structure's own <c>this</c>.</summary>
    private static bool FitsALambda(InvocationExpressionSyntax call, IInvocationOperation read)
    {
        if (call.Ancestors().Any(node => node is AttributeSyntax or ConstructorInitializerSyntax or QueryExpressionSyntax) || IsInExpressionTree(read))
            return false;

        return read.DescendantsAndSelf().All(part => part switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind == RefKind.None && !parameter.Type.IsRefLikeType,
            ILocalReferenceOperation { Local: var local } => !local.IsRef && !local.Type.IsRefLikeType,
            IInstanceReferenceOperation { Type: { } type } => !type.IsValueType,
            IDeclarationExpressionOperation or IDeclarationPatternOperation => false,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => false,
            _ => true,
        });
    }

    private static bool IsInExpressionTree(IOperation read)
    {
        for (var around = read.Parent; around is not null; around = around.Parent)
        {
            if (around.Type is { Name: "Expression", ContainingNamespace.Name: "Expressions" })
                return true;
        }

        return false;
    }

    /// <summary>A scalar may be the key of a row just inserted: without seeing that the command selects, it is not repeated.</summary>
    private static bool MayWrite(IInvocationOperation read) => read.TargetMethod.Name.StartsWith("ExecuteScalar", StringComparison.Ordinal) && !Databases.Selects(read);

    private static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    private static bool IsTask(ITypeSymbol? type, out ITypeSymbol? result)
    {
        result = (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        return type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };
    }
}
