using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>A token opens its provider to whoever reads it; its form gives it away wherever it stands.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1003TokenInSource() : PipelineRule(Rule)
{
    /// <summary>Under which the fix finds what kind of token it is.</summary>
    internal const string Kind = "kind";

    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1003",
        title: "Token is written in source",
        messageFormat: "This text holds a secret that is told by its form: {0}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1003"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-798"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Tokens))
            return;

        var tokens = new TokenFinder(watch.Project);
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            // Most literals are short or numbers.
            if (literal.ConstantValue is { HasValue: true, Value: string { Length: >= TokenText.Shortest } })
                Look(context, literal, tokens);
        });
        watch.Operations<IUtf8StringOperation>(OperationKind.Utf8String, (context, text) => Look(context, text, tokens));
        watch.Operations<IInterpolatedStringOperation>(OperationKind.InterpolatedString, (context, text) => Look(context, text, tokens));
        watch.Operations<IBinaryOperation>(OperationKind.BinaryOperator, (context, sum) =>
        {
            if (TextCalls.IsSum(sum) && !TokenFinder.IsPart(sum))
                Look(context, sum, tokens);
        });
    }

    private static void Look(OperationAnalysisContext context, IOperation written, TokenFinder tokens)
    {
        if (tokens.In(written) is var (at, name))
            context.Report(Rule, at.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(Kind, name), name);
    }
}
