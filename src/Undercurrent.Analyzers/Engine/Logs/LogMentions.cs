using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The methods of the project that may write to a log, by name alone: those that call something named like a log call, and those
/// that call those. Gathered once per tree, the first time a rule asks; whoever asks confirms by symbols.
/// </summary>
internal sealed class LogMentions
{
    private const int Rounds = 4;

    private static readonly ConditionalWeakTable<SyntaxTree, LogMentions> ByTree = new();
    private static readonly ConditionalWeakTable<PipelineProject, HashSet<string>> ByProject = new();

    private static readonly HashSet<string> KnownSinks = SinksOf(ApiCatalogue.DataApis);

    private readonly Dictionary<string, HashSet<string>> _callsByMethod = new(StringComparer.Ordinal);
    private readonly HashSet<string> _setups = new(StringComparer.Ordinal);

    private LogMentions(SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (NameOf(call.Expression) is not { } called)
                continue;

            if (called is "EnableRedaction" or "AddRedaction")
                _setups.Add(called);

            foreach (var owner in call.Ancestors())
            {
                if (owner is MethodDeclarationSyntax method)
                    Add(method.Identifier.ValueText, called);
                else if (owner is LocalFunctionStatementSyntax local)
                    Add(local.Identifier.ValueText, called);
                else if (owner is TypeDeclarationSyntax)
                    break;
            }
        }
    }

    /// <summary>Whether a project calls something by a name that sets logging up.</summary>
    public static bool In(Compilation compilation, string setup) => compilation.SyntaxTrees.Any(tree => Of(tree)._setups.Contains(setup));

    /// <summary>The names of the methods in source that may write to a log.</summary>
    public static HashSet<string> Of(PipelineProject project) => ByProject.GetValue(project, static project =>
    {
        var sinks = project.DataApis == ApiCatalogue.DataApis ? KnownSinks : SinksOf(project.DataApis);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var before = found.Count;
            foreach (var tree in project.Compilation.SyntaxTrees)
            {
                foreach (var method in Of(tree)._callsByMethod)
                {
                    if (!found.Contains(method.Key) && (sinks.Overlaps(method.Value) || found.Overlaps(method.Value)))
                        found.Add(method.Key);
                }
            }

            if (found.Count == before)
                break;
        }

        return found;
    });

    private static HashSet<string> SinksOf(ApiCatalogue apis) =>
        new(apis.Entries.Where(entry => (entry.Traits & (ApiTrait.Log | ApiTrait.Scope)) != 0).Select(entry => entry.Member), StringComparer.Ordinal);

    private static LogMentions Of(SyntaxTree tree) => ByTree.GetValue(tree, static tree => new(tree.GetRoot()));

    private void Add(string method, string called)
    {
        if (!_callsByMethod.TryGetValue(method, out var calls))
            _callsByMethod.Add(method, calls = new(StringComparer.Ordinal));

        calls.Add(called);
    }

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
