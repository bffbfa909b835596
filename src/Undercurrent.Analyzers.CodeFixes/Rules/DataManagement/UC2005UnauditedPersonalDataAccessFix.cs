using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Writes down who touched which fields of what: before data is returned, after it was taken or changed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2005UnauditedPersonalDataAccessFix() : PipelineFix(UC2005UnauditedPersonalDataAccess.Rule, new LeavesAnEntry())
{
    private const string Logging = "Microsoft.Extensions.Logging";

    private sealed class LeavesAnEntry() : Remedy("audit-log", "Leave an entry in the audit log")
    {
        private protected override async Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) =>
            AccessSite.Of(finding) is { } site && await AuditLogger.CanReach(finding, site, cancellation).ConfigureAwait(false);

        private protected override async Task MendAsync(Finding finding, Mending mending)
        {
            var site = AccessSite.Of(finding)!;
            var logger = await AuditLogger.Reach(finding, site, mending).ConfigureAwait(false);
            if (logger.EndsWith(".LogInformation", StringComparison.Ordinal))
                await Introduce.Using(finding, finding.Document, mending, Logging).ConfigureAwait(false);

            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            site.Insert(editor, at => AuditEntry.Write(finding.Model, at, logger, finding.Known(UC2005UnauditedPersonalDataAccess.Entity)!, Action(finding), finding.Known(UC2005UnauditedPersonalDataAccess.Fields)), AuditLogger.ParameterFor(finding, site));
        }

        private static string Action(Finding finding) => finding.Known(UC2005UnauditedPersonalDataAccess.Deed) switch
        {
            "Serving" => "read",
            "Exporting" => "export",
            "Erasing" => "erase",
            _ => "update",
        };
    }
}
