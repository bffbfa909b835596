using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Gives the hash a key that only the pipeline has: equal values stay equal, and nobody else can compute them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2008WeakPseudonymisationFix() : PipelineFix(UC2008WeakPseudonymisation.Rule, new FromConfiguration(), new FromEnvironment())
{
    private const string Setting = "Pseudonyms:Key";

    /// <summary>Edits the call that hashes, which may stand in a helper of another file.</summary>
    private abstract class WithKey(string name, string title) : Remedy(name, title)
    {
        private protected sealed override async Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) =>
            await Hashing(finding, cancellation).ConfigureAwait(false) is var (at, call) && KeyedHash.Of(call, at.Model, cancellation) is { } keyed && RuntimeCan(keyed.Replaced)
            && await CanRead(at, keyed.Replaced, cancellation).ConfigureAwait(false);

        private protected sealed override async Task MendAsync(Finding finding, Mending mending)
        {
            var (at, call) = (await Hashing(finding, mending.Cancellation).ConfigureAwait(false))!.Value;
            var keyed = KeyedHash.Of(call, at.Model, mending.Cancellation)!;
            var what = $"key@{keyed.Replaced.SpanStart}";
            if (mending.BroughtIn(at.Document, what) is not null)
                return;

            mending.Remember(at.Document, what, what);
            var (reads, missing) = await Reading(at, keyed.Replaced, mending).ConfigureAwait(false);
            var key = $"{ReadInstead.TypeName(at, call, "System", "Convert")}.FromBase64String({reads} ?? throw new {ReadInstead.TypeName(at, call, "System", "InvalidOperationException")}(\"{missing}\"))";
            await Introduce.Using(at, at.Document, mending, "System").ConfigureAwait(false);
            await Introduce.Using(at, at.Document, mending, "System.Security.Cryptography").ConfigureAwait(false);
            var editor = await mending.EditorOf(at.Document).ConfigureAwait(false);
            editor.ReplaceNode(keyed.Replaced, SyntaxFactory.ParseExpression(keyed.With.Replace(KeyedHash.Key, key)).WithTriviaFrom(keyed.Replaced));
            if (keyed.Type is { } type)
                editor.ReplaceNode(type, SyntaxFactory.IdentifierName("var").WithTriviaFrom(type));
        }

        private protected abstract Task<bool> CanRead(Finding at, ExpressionSyntax node, CancellationToken cancellation);

        private protected abstract Task<(string Reads, string Missing)> Reading(Finding at, ExpressionSyntax node, Mending mending);

        /// <summary>The call that hashes, in the document it is in.</summary>
        private static async Task<(Finding At, InvocationExpressionSyntax Call)?> Hashing(Finding finding, CancellationToken cancellation)
        {
            var place = finding.Diagnostic.AdditionalLocations is { Count: > 0 } helper ? helper[0] : finding.Diagnostic.Location;
            if (place.SourceTree is not { } tree || finding.Document.Project.Solution.GetDocument(tree) is not { } document
                || await Finding.In(document, Diagnostic.Create(finding.Diagnostic.Descriptor, place), cancellation).ConfigureAwait(false) is not { } at)
                return null;

            return at.Find<InvocationExpressionSyntax>() is { } call && call.Span == place.SourceSpan ? (at, call) : null;
        }

        /// <summary>What is translated to SQL cannot read a setting.</summary>
        private static bool RuntimeCan(ExpressionSyntax node) => !node.Ancestors().Any(outer => outer is AttributeListSyntax or QueryExpressionSyntax);
    }

    private sealed class FromConfiguration() : WithKey("configuration", "Hash it with a key from the configuration")
    {
        private static readonly Dependency Configuration = new("IConfiguration", "Microsoft.Extensions.Configuration", "configuration");

        private protected override async Task<bool> CanRead(Finding at, ExpressionSyntax node, CancellationToken cancellation) =>
            ReadInstead.ConfigurationAt(node, at) is not null
            || (!Reach.IsStatic(node) && at.Model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Configuration.IConfiguration") is not null
                && node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && !IsData(type) && await Configuration.CanBeGivenTo(at, type, cancellation).ConfigureAwait(false));

        private protected override async Task<(string Reads, string Missing)> Reading(Finding at, ExpressionSyntax node, Mending mending)
        {
            var configuration = ReadInstead.ConfigurationAt(node, at) ?? await Configuration.Give(at, node.FirstAncestorOrSelf<TypeDeclarationSyntax>()!, mending).ConfigureAwait(false);
            return ($"{configuration}[\"{Setting}\"]", $"Configuration value '{Setting}' is missing.");
        }

        /// <summary>Records, and classes that others fill, are no services.</summary>
        private static bool IsData(TypeDeclarationSyntax type) =>
            type is RecordDeclarationSyntax || type.Members.OfType<PropertyDeclarationSyntax>().Any(property => property.AccessorList?.Accessors.Any(accessor => accessor.Keyword.ValueText is "set" or "init") == true);
    }

    private sealed class FromEnvironment() : WithKey("environment", "Hash it with a key from the environment")
    {
        private protected override Task<bool> CanRead(Finding at, ExpressionSyntax node, CancellationToken cancellation) => Task.FromResult(true);

        private protected override Task<(string Reads, string Missing)> Reading(Finding at, ExpressionSyntax node, Mending mending)
        {
            var variable = SettingName.Variable(Setting);
            return Task.FromResult(($"{ReadInstead.TypeName(at, node, "System", "Environment")}.GetEnvironmentVariable(\"{variable}\")", $"Environment variable '{variable}' is missing."));
        }
    }
}
