using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A value on its way to a place that takes a credential.</summary>
/// <param name="Name">The place: a parameter, member, local or key of a setting.</param>
/// <param name="Value">What it is given.</param>
/// <param name="Kind">What its name promises.</param>
/// <param name="IsSink">Whether it is known to take nothing but credentials.</param>
/// <param name="OnlyBytes">Whether it counts only when it is given bytes, being called just a key.</param>
internal readonly record struct CredentialTarget(string Name, IOperation Value, CredentialKind Kind, bool IsSink = false, bool OnlyBytes = false);
