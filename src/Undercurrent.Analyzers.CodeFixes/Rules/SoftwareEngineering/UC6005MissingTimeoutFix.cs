using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Rules.Security;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has a wait end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6005MissingTimeoutFix() : PipelineFix(UC6005MissingTimeout.Rule, new StrongSetting("Set a time limit"), new NamedLimit())
{
    /// <summary>Gives the wait an end, under a name of its own where there is a type to keep it.</summary>
    private sealed class NamedLimit() : Remedy<ExpressionSyntax>("limit", "Wait for a limited time")
    {
        /// <summary>The default of <c>HttpClient</c>; for data bases, what a load is given that should be done in minutes.</summary>
        private const string RequestLimit = "TimeSpan.FromSeconds(100)";

        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(finding.Known(UC6005MissingTimeout.Member) is not null && IsWrittenHere(node, finding.Model, cancellation) && (TypeOf(node) is not null || IsLength(node, finding.Model, cancellation)));

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            var limit = TypeOf(node) is { } type ? await NameFor(type, node, finding, mending).ConfigureAwait(false) : RequestLimit;
            editor.ReplaceNode(node, SyntaxFactory.ParseExpression(limit).WithTriviaFrom(node));
        }

        private static async Task<string> NameFor(TypeDeclarationSyntax type, ExpressionSyntax node, Finding finding, Mending mending)
        {
            var (name, value) = Limit(finding.Known(UC6005MissingTimeout.Member)!, IsLength(node, finding.Model, mending.Cancellation));
            var what = $"{name} {value}@{type.SpanStart}";
            if (mending.BroughtIn(finding.Document, what) is { } known)
                return known;

            var taken = finding.Model.GetDeclaredSymbol(type, mending.Cancellation)!.GetMembers(name);
            if (taken.Length == 1 && taken[0].DeclaringSyntaxReferences.Any(declared => declared.GetSyntax(mending.Cancellation) is VariableDeclaratorSyntax { Initializer.Value: var given } && given.ToString() == value))
                return name;

            var free = taken.IsEmpty ? name : name + "Limit";
            mending.Remember(finding.Document, what, free);
            var isLength = value == RequestLimit;
            if (isLength)
                await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);

            Introduce.FirstMember(await mending.EditorOf(finding.Document).ConfigureAwait(false), type, SyntaxFactory.ParseMemberDeclaration(
                isLength ? $"private static readonly TimeSpan {free} = {value};" : $"private const int {free} = {value};")!);
            return free;
        }

        /// <summary>The name and length of a limit. Databases count in seconds, and so do their connection strings; other clients in milliseconds.</summary>
        private static (string Name, string Value) Limit(string member, bool isLength)
        {
            var (owner, name) = (member.Substring(0, member.IndexOf('.')), member.Substring(member.IndexOf('.') + 1));
            if (isLength)
                return (name is "Timeout" ? "RequestTimeout" : Capital(name), RequestLimit);

            var word = name.EndsWith("Ms", StringComparison.Ordinal) ? name.Substring(0, name.Length - 2) : name is "Timeout" ? "ConnectTimeout" : Capital(name);
            if (word.EndsWith("Millis", StringComparison.Ordinal))
                return (word.Substring(word.StartsWith("Set", StringComparison.Ordinal) ? 3 : 0) + "econds", "30_000");

            return owner.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) || word is "CommandTimeout" or "SetCommandTimeout" or "BulkCopyTimeout"
                ? (word.Replace("Set", "") + "Seconds", word.Contains("Connect") ? "30" : "300")
                : (word + "Milliseconds", word == "MessageTimeout" ? "300_000" : "100_000");
        }

        private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

        private static bool IsLength(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation) => model.GetTypeInfo(node, cancellation).Type?.Name == nameof(TimeSpan);

        private static TypeDeclarationSyntax? TypeOf(ExpressionSyntax node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type and not InterfaceDeclarationSyntax ? type : null;

        /// <summary>Whether no name of the project's own stands between, which other places may share.</summary>
        private static bool IsWrittenHere(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation) =>
            model.GetSymbolInfo(node, cancellation).Symbol is not (ILocalSymbol or IParameterSymbol or (IFieldSymbol or IPropertySymbol) and { DeclaringSyntaxReferences.Length: > 0 });
    }
}
