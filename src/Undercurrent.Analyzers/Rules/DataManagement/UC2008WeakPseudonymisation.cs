using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Hashes;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>There are few enough names, addresses and numbers of people to hash them all and look which one fits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2008WeakPseudonymisation() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2008",
        title: "Personal data is hashed without a key",
        messageFormat: "'{0}' looks like personal data ({1}) and is hashed without a key, so whoever guesses it can tell",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2008"),
        customTags: [Tag.Transformation, "CWE-759"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.PersonalData | Subjects.Hashes))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            var hashed = UnkeyedHashes.In(call, project);
            if (!hashed.IsEmpty)
                LookInto(context, call, hashed, project);
            else if (HashingMethods.MayHash(project, call))
                LookThrough(context, call, project);
            else if (HashingMethods.Projected(project, call) is { } projected)
                LookAlong(context, projected.Handed, projected.Source, projected.At, project);
        });
    }

    private static void LookInto(OperationAnalysisContext context, IInvocationOperation call, ImmutableArray<IOperation> hashed, PipelineProject project)
    {
        var data = PersonalData.For(project, Rule.Id, call.Syntax.SyntaxTree);
        if (hashed.Select(value => In(data, value)).FirstOrDefault(found => found is not null) is { } personal && StandsForPerson(call, data)
            && !Equivalents.Leaves(project.Options, Rule.Id, call.Syntax.SyntaxTree, id => UnkeyedHashes.IsOf(id == "CA5351" ? "MD5" : "SHA1", call)))
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), personal.Name, personal.Kind));
    }

    /// <summary>A helper in source that hashes its parameter; one that says the parameter is personal is spoken of inside.</summary>
    private static void LookThrough(OperationAnalysisContext context, IInvocationOperation call, PipelineProject project)
    {
        var data = PersonalData.For(project, Rule.Id, call.Syntax.SyntaxTree);
        foreach (var argument in call.Arguments)
        {
            if (In(data, argument.Value) is not { } personal || HashingMethods.Of(data).Hashes(call, argument) is not { } at)
                continue;

            if (StandsForPerson(call, data))
                context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), [at], personal.Name, personal.Kind));

            return;
        }
    }

    private static void LookAlong(OperationAnalysisContext context, IOperation handed, IOperation source, Func<HashingMethods, Location?> at, PipelineProject project)
    {
        var data = PersonalData.For(project, Rule.Id, handed.Syntax.SyntaxTree);
        if (In(data, source) is { } personal && at(HashingMethods.Of(data)) is { } place && !HashPurpose.IsAnother(handed.Syntax, isHashCode: false))
            context.ReportDiagnostic(Diagnostic.Create(Rule, handed.Syntax.GetLocation(), [place], personal.Name, personal.Kind));
    }

    private static bool StandsForPerson(IInvocationOperation call, PersonalData data) =>
        !HashPurpose.IsAnother(call.Syntax, UnkeyedHashes.IsHashCode(call)) && !Salt.IsIn(call, data);

    /// <summary>The personal value among what is hashed; the hash of a whole object tells whether it has changed.</summary>
    private static Personal? In(PersonalData data, IOperation value)
    {
        if (UnkeyedHashes.IsColumn(value))
            return value.DescendantsAndSelf().OfType<ILiteralOperation>().Select(name => name.ConstantValue.Value is string column ? data.OfName(column, null) : null).FirstOrDefault(found => found is not null);

        foreach (var found in data.In(value, Printed.ByMembers))
        {
            if (!IsWhole(data, found.At))
                return found.What;
        }

        return null;
    }

    private static bool IsWhole(PersonalData data, IOperation value) =>
        value.Unwrapped().Type is INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false } type && data.OfName("email", type) is null && data.OfType(type, Printed.ByMembers) is not null;
}
