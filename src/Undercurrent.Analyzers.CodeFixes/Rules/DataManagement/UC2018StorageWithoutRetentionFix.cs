using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Gives what is stored an end: a generous one, which whoever applies it will want to look at.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2018StorageWithoutRetentionFix() : PipelineFix(UC2018StorageWithoutRetention.Rule, new EndEntry(), new EndStore(), new EndLog())
{
    private const string Hour = "TimeSpan.FromHours(1)";
    private const string Day = "TimeSpan.FromDays(1)";
    private const string Relative = "AbsoluteExpirationRelativeToNow = " + Hour;

    /// <summary>Gives the entry an expiry where it is written: an argument, its options, its factory, or a call after it.</summary>
    private sealed class EndEntry() : Remedy<InvocationExpressionSyntax>("expiry", "Give the entry an expiry")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(PlanOf(node, finding, cancellation) is not null);

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var (at, change, space) = PlanOf(node, finding, mending.Cancellation)!.Value;
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            if (mending.BroughtIn(finding.Document, "expiry at " + at.Span) is not null)
                return;

            mending.Remember(finding.Document, "expiry at " + at.Span, "");
            if (at is StatementSyntax statement)
                editor.InsertAfter(statement, change(statement));
            else
                editor.ReplaceNode(at, (current, _) => change(current));

            await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);
            if (space is not null)
                await Introduce.Using(finding, finding.Document, mending, space).ConfigureAwait(false);
        }

        private static (SyntaxNode At, Func<SyntaxNode, SyntaxNode> Change, string? Space)? PlanOf(InvocationExpressionSyntax call, Finding finding, CancellationToken cancellation)
        {
            if (finding.Model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
                return null;

            var type = method.ContainingType.Name;
            if (type is "IDistributedCache" or "DistributedCacheExtensions" or "CacheExtensions" or "MemoryCache" or "ObjectCache" && OptionsOf(call, finding, cancellation) is { } options)
                return (options, current => Initialisers.With((BaseObjectCreationExpressionSyntax)current, OfOptions(finding.Model.GetTypeInfo(options, cancellation).Type?.Name), options), null);

            return (type, method.Name) switch
            {
                ("DistributedCacheExtensions", _) when call.ArgumentList.Arguments.Count >= 2 =>
                    (call, current => Inserted((InvocationExpressionSyntax)current, method.ReducedFrom is null ? 3 : 2, "options", $"new DistributedCacheEntryOptions {{ {Relative} }}"), "Microsoft.Extensions.Caching.Distributed"),
                ("CacheExtensions", "Set") when call.ArgumentList.Arguments.Count == (method.ReducedFrom is null ? 3 : 2) => (call, current => Inserted((InvocationExpressionSyntax)current, 9, "absoluteExpirationRelativeToNow", Hour), null),
                ("CacheExtensions", "GetOrCreate" or "GetOrCreateAsync") when Factory(call) is { } factory => (factory, current => Ended((LambdaExpressionSyntax)current, factory), null),
                ("IDatabase" or "IDatabaseAsync", "StringSet" or "StringSetAsync") => Expiring(call, method),
                ("IDatabase" or "IDatabaseAsync", _) when !method.Name.StartsWith("String", StringComparison.Ordinal) && !method.Name.StartsWith("Stream", StringComparison.Ordinal) => Followed(call, method),
                _ => null,
            };
        }

        private static string OfOptions(string? type) => type == "CacheItemPolicy" ? "AbsoluteExpiration = DateTimeOffset.UtcNow.AddHours(1)" : Relative;

        /// <summary>Where options are made that say nothing: in the argument, or for the local it is.</summary>
        private static BaseObjectCreationExpressionSyntax? OptionsOf(InvocationExpressionSyntax call, Finding finding, CancellationToken cancellation)
        {
            foreach (var argument in call.ArgumentList.Arguments)
            {
                var made = argument.Expression as BaseObjectCreationExpressionSyntax
                    ?? (argument.Expression is IdentifierNameSyntax name && finding.Model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared }
                        ? (declared[0].GetSyntax(cancellation) as VariableDeclaratorSyntax)?.Initializer?.Value as BaseObjectCreationExpressionSyntax : null);
                if (made is not null && finding.Model.GetTypeInfo(made, cancellation).Type?.Name is "DistributedCacheEntryOptions" or "MemoryCacheEntryOptions" or "CacheItemPolicy")
                    return made;
            }

            return null;
        }

        private static InvocationExpressionSyntax Inserted(InvocationExpressionSyntax call, int at, string name, string value)
        {
            var arguments = call.ArgumentList.Arguments;
            var isNamed = arguments.Any(argument => argument.NameColon is not null) || at < arguments.Count && arguments.Count > at + 1;
            var added = SyntaxFactory.Argument(isNamed ? SyntaxFactory.NameColon(name).WithColonToken(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)) : null, default, SyntaxFactory.ParseExpression(value));
            return call.WithArgumentList(call.ArgumentList.WithArguments(Spaced(arguments, Math.Min(isNamed ? arguments.Count : at, arguments.Count), added)));
        }

        private static SeparatedSyntaxList<ArgumentSyntax> Spaced(SeparatedSyntaxList<ArgumentSyntax> arguments, int at, ArgumentSyntax added)
        {
            var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            var all = arguments.Insert(at, added).GetWithSeparators();
            return SyntaxFactory.SeparatedList<ArgumentSyntax>(all.Select(one => one.IsToken && one.FullSpan.Length == 1 && one.AsToken().TrailingTrivia.Count == 0 ? comma : one));
        }

        /// <summary>The expiry in its argument: in the place of nothing, or as the first after the value.</summary>
        private static (SyntaxNode, Func<SyntaxNode, SyntaxNode>, string?)? Expiring(InvocationExpressionSyntax call, IMethodSymbol method)
        {
            var arguments = call.ArgumentList.Arguments;
            if (method.Parameters[0].Name != "key" || arguments.Count < 2)
                return null;

            for (var index = 2; index < arguments.Count; index++)
            {
                var parameter = arguments[index].NameColon?.Name.Identifier.ValueText ?? method.Parameters[index].Name;
                if (parameter is "expiry")
                    return (arguments[index].Expression, current => SyntaxFactory.ParseExpression(Day).WithTriviaFrom(current), null);
            }

            return arguments.Count == 2 || arguments[2].NameColon is not null ? (call, current => Inserted((InvocationExpressionSyntax)current, 2, "expiry", Day), null) : null;
        }

        /// <summary>The end of the key in a statement of its own after the one that writes to it.</summary>
        private static (SyntaxNode, Func<SyntaxNode, SyntaxNode>, string?)? Followed(InvocationExpressionSyntax call, IMethodSymbol method)
        {
            ExpressionSyntax whole = call.Parent is AwaitExpressionSyntax awaited ? awaited : call;
            var isAsync = method.Name.EndsWith("Async", StringComparison.Ordinal);
            if (whole.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax } statement || call.Expression is not MemberAccessExpressionSyntax access || isAsync != whole is AwaitExpressionSyntax || call.ArgumentList.Arguments.Count == 0)
                return null;

            var key = call.ArgumentList.Arguments[0];
            return key.NameColon is not null ? null : (statement, current => Blocks.Beside((StatementSyntax)current, $"{(isAsync ? "await " : "")}{access.Expression}.{(isAsync ? "KeyExpireAsync" : "KeyExpire")}({key.Expression}, {Day});"), null);
        }

        private static LambdaExpressionSyntax? Factory(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<LambdaExpressionSyntax>().FirstOrDefault();

        /// <summary>The factory with the expiry as its first statement.</summary>
        private static LambdaExpressionSyntax Ended(LambdaExpressionSyntax factory, LambdaExpressionSyntax original)
        {
            var parameter = factory is SimpleLambdaExpressionSyntax simple ? simple.Parameter.Identifier.ValueText : ((ParenthesizedLambdaExpressionSyntax)factory).ParameterList.Parameters[0].Identifier.ValueText;
            var named = parameter == "_" ? factory.ReplaceToken(ParameterOf(factory), SyntaxFactory.Identifier("entry").WithTriviaFrom(ParameterOf(factory))) : factory;
            var statement = $"{(parameter == "_" ? "entry" : parameter)}.{Relative};";
            if (named.Block is { } block && original.Block is { } written)
            {
                var first = written.Statements.FirstOrDefault();
                return first is null ? factory : named.WithBlock(block.WithStatements(block.Statements.Insert(0, Blocks.Beside(first, statement))));
            }

            var (indent, end) = (Blocks.IndentationOf(original), Introduce.NewLine(original).ToString());
            var text = $"{named.WithExpressionBody(null).ToString().TrimEnd()}{end}{indent}{{{end}{indent}    {statement}{end}{indent}    return {named.ExpressionBody};{end}{indent}}}";
            return (LambdaExpressionSyntax)SyntaxFactory.ParseExpression(text).WithTriviaFrom(factory);
        }

        private static SyntaxToken ParameterOf(LambdaExpressionSyntax factory) => factory is SimpleLambdaExpressionSyntax simple ? simple.Parameter.Identifier : ((ParenthesizedLambdaExpressionSyntax)factory).ParameterList.Parameters[0].Identifier;
    }

    /// <summary>Says with the declaration how long the store keeps what it is given.</summary>
    private sealed class EndStore() : Remedy<BaseObjectCreationExpressionSyntax>("retention", "Declare how long it is kept")
    {
        private protected override Task<bool> CanMendAsync(BaseObjectCreationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(node.GetLocation().SourceSpan == finding.Diagnostic.Location.SourceSpan && Said(finding.Known(UC2018StorageWithoutRetention.Setting)) is not null && !IsSaid(node, finding));

        private protected override async Task MendAsync(BaseObjectCreationExpressionSyntax node, Finding finding, Mending mending)
        {
            var (value, spaces) = Said(finding.Known(UC2018StorageWithoutRetention.Setting))!.Value;
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(node, (current, _) => Initialisers.With((BaseObjectCreationExpressionSyntax)current, $"{finding.Known(UC2018StorageWithoutRetention.Setting)} = {value}", node));
            foreach (var space in spaces)
                await Introduce.Using(finding, finding.Document, mending, space).ConfigureAwait(false);
        }

        /// <summary>Whether a setting is there already, and only its value has to change: which to, is for a person to say.</summary>
        private static bool IsSaid(BaseObjectCreationExpressionSyntax node, Finding finding) =>
            node.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Any(one => one.Left.ToString() == finding.Known(UC2018StorageWithoutRetention.Setting)) == true;

        private static (string Value, string[] Spaces)? Said(string? setting) => setting switch
        {
            "LifecycleRules" => ("new[] { new LifecycleRule { Expiration = Duration.Days(365) } }", ["Amazon.CDK", "Amazon.CDK.AWS.S3"]),
            "TimeToLiveAttribute" => ("\"expiresAt\"", []),
            "DefaultTimeToLive" => ("(int)TimeSpan.FromDays(365).TotalSeconds", ["System"]),
            "DefaultMessageTimeToLive" => ("TimeSpan.FromDays(14)", ["System"]),
            "MaxAge" => ("TimeSpan.FromDays(14)", ["System"]),
            "Configs" => ("new Dictionary<string, string> { [\"retention.ms\"] = \"604800000\" }", ["System.Collections.Generic"]),
            _ => null,
        };
    }

    /// <summary>Keeps a log for a year.</summary>
    private sealed class EndLog() : Remedy<MemberAccessExpressionSyntax>("year", "Keep it for a year")
    {
        private protected override Task<bool> CanMendAsync(MemberAccessExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(node.Name.Identifier.ValueText == "INFINITE" && finding.Known(UC2018StorageWithoutRetention.Setting) == "INFINITE");

        private protected override async Task MendAsync(MemberAccessExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(node.Name, SyntaxFactory.IdentifierName("ONE_YEAR").WithTriviaFrom(node.Name));
        }
    }
}
