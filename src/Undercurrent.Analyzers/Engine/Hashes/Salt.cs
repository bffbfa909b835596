using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Hashes;

/// <summary>What is mixed into a hash that others do not know: told by its name, since what it is only the configuration knows.</summary>
internal static class Salt
{
    private const int Deepest = 3;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "salt", "salted", "pepper", "peppered", "secret", "nonce", "hmac", "keyed" };

    /// <summary>What makes a value nobody can guess.</summary>
    private static readonly HashSet<string> Makers = new(StringComparer.Ordinal) { "NewGuid", "CreateVersion7", "GetHexString", "GetRandomBytes" };

    /// <summary>Whether a call that hashes is given a secret beside the value, at once or by another call on the same object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="data">What is personal, which is no secret whatever its name.</param>
    /// <param name="asked">The parameter that is asked about, which is not either.</param>
    public static bool IsIn(IInvocationOperation call, PersonalData data, IParameterSymbol? asked = null)
    {
        if (call.Arguments.Any(argument => Says(argument.Value, data, asked, 0)))
            return true;

        return UnkeyedHashes.Feeds(call) && Fed(call.Instance!) is { } fed
            && call.Root().Descendants().OfType<IInvocationOperation>().Any(other => other != call && UnkeyedHashes.Feeds(other)
                && SymbolEqualityComparer.Default.Equals(Fed(other.Instance!), fed) && other.Arguments.Any(argument => Says(argument.Value, data, asked, 0)));
    }

    private static ISymbol? Fed(IOperation instance) => instance.Unwrapped() switch
    {
        ILocalReferenceOperation local => local.Local,
        IMemberReferenceOperation member => member.Member,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool Says(IOperation value, PersonalData data, IParameterSymbol? asked, int depth) =>
        value.DescendantsAndSelf().Any(part => part switch
        {
            ILocalReferenceOperation local => Names(local.Local.Name) && data.OfMember(local.Local) is null && Given(local).All(given => !IsOnlyPersonal(given, data))
                || (depth < Deepest && Given(local).Any(given => Says(given, data, asked, depth + 1))),
            IParameterReferenceOperation parameter => !SymbolEqualityComparer.Default.Equals(parameter.Parameter, asked) && Names(parameter.Parameter.Name) && data.OfMember(parameter.Parameter) is null,
            IMemberReferenceOperation member => Names(member.Member.Name) && data.OfMember(member.Member) is null,
            IInvocationOperation call => Makers.Contains(call.TargetMethod.Name) || call.TargetMethod.ContainingType?.Name == "RandomNumberGenerator" || NamesWord(call.TargetMethod.Name)
                || (depth < Deepest && ShortBody.Has(call.TargetMethod) && SourceModels.BodyOf(call.TargetMethod, data.Project.Compilation) is { } body && Says(body, data, asked, depth + 1)),
            // The key of a setting.
            ILiteralOperation { ConstantValue.Value: string text, Parent: IArgumentOperation } => text.Length < 80 && Names(text),
            _ => false,
        });

    private static IEnumerable<IOperation> Given(ILocalReferenceOperation local) =>
        Assignments.Reaching(local.Local, local).Select(assignment => assignment.Value).OfType<IOperation>();

    /// <summary>A local named key may hold the very value that is hashed.</summary>
    private static bool IsOnlyPersonal(IOperation given, PersonalData data) => data.In(given, Printed.Plainly).Count > 0;

    private static bool Names(string name)
    {
        var words = IdentifierWords.Of(name);
        return Array.Exists(words, Words.Contains) || (words.Length > 0 && words[words.Length - 1] == "key" && (words.Length == 1 || Array.Exists(words, static word => word is "hash" or "pseudonym" or "mask" or "digest" or "tenant")))
            || CredentialName.KindOf(name) != CredentialKind.None;
    }

    private static bool NamesWord(string method) => Array.Exists(IdentifierWords.Of(method), Words.Contains);
}
