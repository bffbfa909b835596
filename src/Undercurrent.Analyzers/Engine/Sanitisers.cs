using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What ends the flow of a value: masks, hashes, redactors, and questions whose answer is not the value.</summary>
internal sealed class Sanitisers(PipelineProject project, PersonalDataTerms terms, ImmutableArray<string> configured)
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "mask", "hash", "redact", "encrypt", "tokenize", "tokenise", "anonymize", "anonymise", "pseudonymize", "pseudonymise",
        "obfuscate", "sanitize", "sanitise", "scrub", "censor", "hmac",
    };

    /// <summary>Words that say it anywhere in a name: <c>ComputeHash</c>, <c>EmailMasker.Of</c>.</summary>
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "hash", "hmac", "sha", "checksum", "masker", "redactor", "anonymizer", "anonymiser", "pseudonymizer", "pseudonymiser",
        "hasher", "encryptor", "tokenizer", "tokeniser", "obfuscator", "sanitizer", "sanitiser", "scrubber", "redaction", "masking",
    };

    /// <summary>Whether the value of an operation no longer says what went into it.</summary>
    public bool Ends(IOperation operation) => operation switch
    {
        IInvocationOperation call => Cleans(call.TargetMethod),
        IObjectCreationOperation { Type: INamedTypeSymbol type } => SaysClean(type),
        IConversionOperation { OperatorMethod.ContainingType: { } type } => SaysClean(type),
        INameOfOperation or ITypeOfOperation or IIsTypeOperation or IIsPatternOperation => true,
        _ => false,
    };

    private bool Cleans(IMethodSymbol method) =>
        SaysClean(method.Name)
        || (method.ContainingType is { } type && SaysClean(type))
        || (project.TraitsOf(method) & ApiTrait.Sanitise) != 0
        || configured.Any(name => Names(name, method));

    /// <summary>A hash set keeps what it is given.</summary>
    private bool SaysClean(INamedTypeSymbol type) => SaysClean(type.Name) && type.ContainingNamespace?.Name is not ("Collections" or "Generic");

    private bool SaysClean(string name)
    {
        var words = IdentifierWords.Of(name);
        return words.Length > 0 && (name.StartsWith("MD5", StringComparison.OrdinalIgnoreCase) || Verbs.Contains(words[0]) || Array.Exists(words, Nouns.Contains) || terms.SaysClean(name));
    }

    /// <summary>Whether a name of the options, short or full, is that of a method.</summary>
    public static bool Names(string written, IMethodSymbol method)
    {
        var dot = written.LastIndexOf('.');
        return dot < 0
            ? written == method.Name
            : string.CompareOrdinal(written, dot + 1, method.Name, 0, int.MaxValue) == 0 && (method.ReducedFrom ?? method).ContainingType?.OriginalDefinition.HasMetadataName(written.Substring(0, dot)) == true;
    }
}
