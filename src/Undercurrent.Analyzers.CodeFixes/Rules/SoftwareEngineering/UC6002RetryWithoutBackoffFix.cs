using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Retries;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has every further attempt wait longer, and not as long as everybody else's.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6002RetryWithoutBackoffFix() : PipelineFix(UC6002RetryWithoutBackoff.Rule, new GrowingOptions(), new GrowingPolicy(), new GrowingLoop(), new GrowingAttribute());
