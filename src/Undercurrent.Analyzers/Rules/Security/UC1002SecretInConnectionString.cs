using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>A connection string with its password opens the store to everyone who can read the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1002SecretInConnectionString() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1002",
        title: "Connection string carries a secret",
        messageFormat: "This connection string carries its secret ('{0}') in source",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1002"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-798"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.ConnectionTexts))
            return;

        var project = watch.Project;
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            // Most texts are no connection strings, and most operations are literals.
            if (ConnectionText.MayBeIn(literal))
                Look(context, literal, project);
        });
        watch.Operations<IUtf8StringOperation>(OperationKind.Utf8String, (context, text) => Look(context, text, project));
        watch.Operations<IInterpolatedStringOperation>(OperationKind.InterpolatedString, (context, text) => Look(context, text, project));
        watch.Operations<IBinaryOperation>(OperationKind.BinaryOperator, (context, sum) =>
        {
            if (TextCalls.IsSum(sum))
                Look(context, sum, project);
        });
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (TextCalls.Joins(call))
                Look(context, call, project);
        });
    }

    private static void Look(OperationAnalysisContext context, IOperation written, PipelineProject project)
    {
        if (TextCalls.IsPart(written) || !ConnectionText.MayBeIn(written) || written.Syntax.FirstAncestorOrSelf<AttributeListSyntax>() is not null)
            return;

        foreach (var secret in ConnectionText.SecretsIn(written, project.CredentialSinks))
        {
            if (!(written is ILiteralOperation { ConstantValue.Value: string text } && PasswordWords.StandIn(text) && Equivalents.Defers(project.Options, Rule.Id, written.Syntax.SyntaxTree, PasswordWords.Id)))
                context.Report(Rule, written, secret.Key);
        }
    }
}
