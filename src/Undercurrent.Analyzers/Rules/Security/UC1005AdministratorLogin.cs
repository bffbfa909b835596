using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Logins;
using Undercurrent.Analyzers.Engine.Permissions;
using Undercurrent.Analyzers.Engine.Safeguards;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>A program that logs in as the administrator can do everything, and so can everyone who makes it do something else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoFix("A login with fewer rights has to be made where the rights are given: in the store, not in the source.")]
public sealed class UC1005AdministratorLogin() : PipelineRule(Rule)
{
    /// <summary>What stands before a user in an address, by which it is told from a scheme or host of the same name.</summary>
    private const int Ahead = 3;

    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1005",
        title: "Login is an administrator's",
        messageFormat: "'{0}' is the login of an administrator; a program needs one of its own, with the rights of its task",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1005"),
        customTags: [Tag.Storage, Tag.Ingestion, Tag.Serving, "CWE-250"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Logins))
            return;

        var project = watch.Project;
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            if (ConnectionText.MayBeIn(literal))
                Look(context, literal, project.Options);
        });
        watch.Operations<IInterpolatedStringOperation>(OperationKind.InterpolatedString, (context, text) => Look(context, text, project.Options));
        watch.Operations<IBinaryOperation>(OperationKind.BinaryOperator, (context, sum) =>
        {
            if (TextCalls.IsSum(sum))
                Look(context, sum, project.Options);
        });
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (TextCalls.Joins(call))
                Look(context, call, project.Options);
        });
        watch.Operations<ISimpleAssignmentOperation>(OperationKind.SimpleAssignment, (context, assignment) => LookAtSetting(context, assignment, project));
        watch.Operations<IArgumentOperation>(OperationKind.Argument, (context, argument) => LookAtSetting(context, argument, project));
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, client) =>
        {
            if (AccountKeys.OpensClient(client) && !DevelopmentGuard.Covers(client.Syntax))
                context.Report(Rule, client, "account key");
        });
    }

    private static void Look(OperationAnalysisContext context, IOperation written, Options options)
    {
        if (TextCalls.IsPart(written) || !ConnectionText.MayBeIn(written) || !LoginText.MayBeIn(written) || WrittenTexts.IsOnlySaid(written) || written.Syntax.FirstAncestorOrSelf<AttributeListSyntax>() is not null)
            return;

        foreach (var text in ValueText.Of(written))
        {
            // A part that a symbol holds is spoken of where it is declared.
            if (LoginText.In(text.Text) is not { } login || (text.PartWith(login.Start, login.End) is { } part && LoginText.In(part.Text) is not null)
                || (login.IsLocal && !Includes(options, written)) || At(written, text.Text, login) is not { } at)
                continue;

            context.ReportDiagnostic(Diagnostic.Create(Rule, at, login.Name));
            return;
        }
    }

    private static void LookAtSetting(OperationAnalysisContext context, IOperation setting, PipelineProject project)
    {
        foreach (var (name, at) in LoginSettings.In(setting, project.CredentialSinks))
        {
            if (Includes(project.Options, setting) || !LoginSettings.IsLocal(setting))
                context.Report(Rule, at, name);
        }
    }

    private static bool Includes(Options options, IOperation written) => options.Is(Options.LocalLogins, "included", Rule.Id, written.Syntax.SyntaxTree);

    /// <summary>
    /// The words of the text that say who comes, since of the text as a whole UC1002 may speak. Where they cannot be told from the
    /// rest it is the text, unless UC1002 does.
    /// </summary>
    private static Location? At(IOperation written, string text, AdministratorLogin login)
    {
        var source = written.Syntax.ToString();
        var (before, start) = (Math.Max(0, login.Start - Ahead), login.Start);
        return Place(before, login.End) ?? Place(start, login.End) ?? Place(start, login.KeyEnd) ?? (ConnectionText.SecretIn(text) is null ? written.Syntax.GetLocation() : null);

        Location? Place(int from, int end) => end > start && source.IndexOf(text.Substring(from, end - from), StringComparison.Ordinal) is >= 0 and var at
            ? Location.Create(written.Syntax.SyntaxTree, new TextSpan(written.Syntax.SpanStart + at + start - from, end - start))
            : null;
    }
}
