using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Classification;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Whatever goes by the marks, such as redaction, export and erasure, passes over the member that has none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2007UnclassifiedPersonalData() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2007",
        title: "Personal data has no marker where others have",
        messageFormat: "'{0}' looks like personal data ({1}) and has no marker, though this project marks such data",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2007"),
        customTags: [Tag.Generation, Tag.Storage]);

    /// <summary>The attribute that whoever marked the others would take, by its name, its namespace and what it is to stand on.</summary>
    internal const string Marker = "marker";
    internal const string Space = "space";
    internal const string Target = "target";

    /// <summary>The last words of types that hold what somebody set up.</summary>
    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal) { "option", "setting", "config", "configuration", "credential", "connection", "client", "service" };

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.PersonalData | Subjects.Classification))
            return;

        var project = watch.Project;
        watch.Start.RegisterSymbolAction(context => Look(context, project), SymbolKind.Property, SymbolKind.Field);
    }

    private static void Look(SymbolAnalysisContext context, PipelineProject project)
    {
        var member = context.Symbol;
        if (!IsData(member) || member.Locations[0].SourceTree is not { } tree || project.IsSilent(Rule.Id, tree))
            return;

        var data = PersonalData.For(project, Rule.Id, tree);
        if (data.OfMember(member) is not { } personal || IsMarked(member, data) || !IsSure(member, personal, project, tree) || !MarksInUse.Of(data).Any)
            return;

        context.ReportDiagnostic(Diagnostic.Create(Rule, member.Locations[0], Known(member, personal, data), personal.Name, personal.Kind));
    }

    /// <summary>Whether a member is of the kind that objects are stored and handed on by; a private field is behind a property, or in a service.</summary>
    private static bool IsData(ISymbol member) =>
        member is { IsStatic: false, IsOverride: false, DeclaredAccessibility: not Accessibility.Private, Locations.Length: > 0, ContainingType: { TypeKind: TypeKind.Class or TypeKind.Struct, IsAnonymousType: false, IsTupleType: false } }
        && member is IPropertySymbol { IsIndexer: false, IsWriteOnly: false, ExplicitInterfaceImplementations.IsEmpty: true } or IFieldSymbol { AssociatedSymbol: null, IsConst: false };

    /// <summary>By itself, by the member of an interface it is, or by a type around it.</summary>
    private static bool IsMarked(ISymbol member, PersonalData data)
    {
        if (data.Marks.IsMarked(member))
            return true;

        for (var type = member.ContainingType; type is not null; type = type.BaseType)
        {
            if (data.Marks.IsMarked(type))
                return true;
        }

        return member.ContainingType.AllInterfaces.Any(one => data.Marks.IsMarked(one) || one.GetMembers(member.Name).Any(data.Marks.IsMarked));
    }

    /// <summary>A name of the surest kind, a record about a person or with an id, or a type that has other members marked or personal.</summary>
    private static bool IsSure(ISymbol member, Personal personal, PipelineProject project, SyntaxTree tree)
    {
        var (type, records) = (member.ContainingType, PersonalRecords.For(project, Rule.Id, tree));
        if (personal.Level == PersonalLevel.High || records.OfRecords(type) is not null)
            return true;

        var members = type.GetMembers().Where(static other => other is IPropertySymbol or IFieldSymbol).ToList();
        return members.Exists(other => records.Data.Marks.Judge(other) is true)
            || (!Settings.Contains(IdentifierWords.Of(type.Name).LastOrDefault() ?? "") && !records.IsOrganisation(type)
                && (members.Exists(static other => other.Name.EndsWith("Id", StringComparison.Ordinal)) || records.FieldsOf(type).Select(static field => field.Kind).Distinct().Count() > 1));
    }

    private static ImmutableDictionary<string, string?> Known(ISymbol member, Personal personal, PersonalData data)
    {
        var known = ImmutableDictionary<string, string?>.Empty;
        var marks = MarksInUse.Of(data);
        if (marks.For(member.ContainingType, personal.Kind, member is IFieldSymbol ? AttributeTargets.Field : AttributeTargets.Property) is not { } mark)
            return known;

        var name = mark.Attribute.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType));
        return known.Add(Marker, mark.Attribute.ContainingType is null ? mark.Attribute.Name : name).Add(Space, mark.Attribute.ContainingNamespace.IsGlobalNamespace ? "" : mark.Attribute.ContainingNamespace.ToDisplayString())
            .Add(Target, marks.MarksParameters(mark.Attribute) ? "" : "property: ");
    }
}
