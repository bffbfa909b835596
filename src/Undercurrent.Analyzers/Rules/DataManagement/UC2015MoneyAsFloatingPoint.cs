using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>A tenth has no end in binary, and a ledger has to add up.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2015MoneyAsFloatingPoint() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2015",
        title: "Money is kept as a floating-point number",
        messageFormat: "'{0}' looks like money, which a '{1}' cannot hold to the cent",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2015"),
        customTags: [Tag.Transformation, Tag.Storage]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Money))
            return;

        var options = watch.Project.Options;
        watch.Nodes(Subjects.Money, MoneyPlaces.Kinds, (context, node) =>
        {
            if (MoneyPlaces.Of(node) is { } place && IsMoney(place, options) && TypeOf(place, context.SemanticModel, context.CancellationToken) is { } type)
                context.ReportDiagnostic(Diagnostic.Create(Rule, place.At, place.Name, type));
        });
    }

    /// <summary>The type a name is declared with; null where somebody else chose it.</summary>
    private static string? TypeOf(MoneyPlace place, SemanticModel model, CancellationToken cancellation)
    {
        if (place.Type is { } written)
            return IsImposed(place.Declaration, model, cancellation) ? null : written;

        return model.GetDeclaredSymbol(place.Declaration, cancellation) is ILocalSymbol { Type: var found } && MoneyPlaces.IsFloating(found) ? found.ToDisplayString() : null;
    }

    private static bool IsMoney(MoneyPlace place, Options options)
    {
        var level = MoneyName.Of(place.Name);
        if (level == MoneyLevel.None && MoneyName.Of(place.Name, withRates: true) is not MoneyLevel.None and var rate && options.Is(Options.MoneyRates, "included", Rule.Id, place.Declaration.SyntaxTree))
            level = rate;

        return MoneyCompany.Confirms(level, place.Declaration);
    }

    /// <summary>Whether somebody else chose the type: a base, an interface or, for a cast, nobody, since nothing exact is cast.</summary>
    private static bool IsImposed(SyntaxNode declaration, SemanticModel model, CancellationToken cancellation)
    {
        if (declaration is CastExpressionSyntax cast)
            return model.GetTypeInfo(cast.Expression, cancellation).Type is not { SpecialType: SpecialType.System_Decimal };

        var declared = declaration is ParameterSyntax { Parent.Parent: MemberDeclarationSyntax and not TypeDeclarationSyntax and var owner } ? owner : declaration;
        if (declared is not MemberDeclarationSyntax || model.GetDeclaredSymbol(declared, cancellation) is not { ContainingType: { } type } member)
            return false;

        return member.IsOverride || member.IsExtern || (member is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.ExplicitInterfaceImplementation })
            || type.AllInterfaces.SelectMany(implemented => implemented.GetMembers(member.Name)).Any(one => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(one), member));
    }
}
