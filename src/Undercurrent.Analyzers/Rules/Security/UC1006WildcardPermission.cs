using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Permissions;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Who may do everything is asked for nothing, and whoever takes over such a login may do everything, too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
#pragma warning disable CA1711 // It is named for the problem, and the problem is a permission.
public sealed class UC1006WildcardPermission() : PipelineRule(Rule)
#pragma warning restore CA1711
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1006",
        title: "Permission has no bounds",
        messageFormat: "'{0}' gives more than any one task needs",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1006"),
        customTags: [Tag.Storage, "CWE-250"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Permissions))
            return;

        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            if (literal.ConstantValue is { HasValue: true, Value: string { Length: > 3 } text } && !TextCalls.IsPart(literal))
                Look(context, literal, text);
        });
        watch.Operations<IInterpolatedStringOperation>(OperationKind.InterpolatedString, (context, text) => LookAtWhole(context, text));
        watch.Operations<IBinaryOperation>(OperationKind.BinaryOperator, (context, sum) =>
        {
            if (TextCalls.IsSum(sum))
                LookAtWhole(context, sum);
        });
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) => Report(context, CloudGrants.In(call)));
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, made) => Report(context, CloudGrants.In(made)));
    }

    private static void LookAtWhole(OperationAnalysisContext context, IOperation text)
    {
        if (TextCalls.IsPart(text) || !TextCalls.PartsOf(text).Any(part => StatedPermission.MayBeIn(part.Known ?? part.Value?.ConstantValue.Value as string ?? "")))
            return;

        foreach (var whole in ValueText.Of(text))
            Look(context, text, whole.Text);
    }

    private static void Look(OperationAnalysisContext context, IOperation written, string text)
    {
        if (StatedPermission.In(written, text) is { } what && !WrittenTexts.IsOnlySaid(written) && written.Syntax.FirstAncestorOrSelf<AttributeListSyntax>() is null)
            context.Report(Rule, written, what);
    }

    private static void Report(OperationAnalysisContext context, IEnumerable<WidePermission> found)
    {
        foreach (var (at, what) in found)
            context.Report(Rule, at, what);
    }
}
