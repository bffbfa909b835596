using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.ConfigurationTexts;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>A configuration file lies beside the source and goes wherever it goes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1004SecretInConfigurationFile() : PipelineRule(Rule)
{
    /// <summary>Under which the fix finds the keys that lead to the setting.</summary>
    internal const string Setting = "setting";

    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1004",
        title: "Configuration file carries a secret",
        messageFormat: "'{0}' carries its secret in a configuration file",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1004"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-260"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Start.Options.AdditionalFiles.Any(file => ConfigurationFile.Is(file.Path)))
            return;

        var (project, files) = (watch.Project, watch.Start.Options.AdditionalFiles);
        watch.Start.RegisterAdditionalFileAction(context =>
        {
            var file = context.AdditionalFile;
            if (!ConfigurationFile.Is(file.Path) || project.IsSilent(Rule.Id, file) || file.GetText(context.CancellationToken) is not { } text)
                return;

            // A project may hand over by itself what the package hands over already.
            if (files.First(other => other.Path == file.Path) != file)
                return;

            var (words, exclusions) = (project.Options.Value(Options.CredentialWords, Rule.Id, file), project.Options.Value(Options.CredentialExclusions, Rule.Id, file));
            foreach (var secret in ConfigurationFindings.Of(file.Path, text, project.CredentialSinks, words, exclusions))
            {
                var location = Location.Create(file.Path, secret.Span, text.Lines.GetLinePositionSpan(secret.Span));
                context.ReportDiagnostic(Diagnostic.Create(Rule, location, ImmutableDictionary<string, string?>.Empty.Add(Setting, secret.Path), secret.Path));
            }
        });
    }
}
