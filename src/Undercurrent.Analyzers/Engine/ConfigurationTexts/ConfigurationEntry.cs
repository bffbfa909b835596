using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>A setting of a configuration file.</summary>
/// <param name="Path">The keys that lead to it, joined as .NET joins them: <c>ConnectionStrings:Orders</c>.</param>
/// <param name="Value">What it is set to, without the escapes of the format.</param>
/// <param name="Span">Where the value is written, without its quotation marks.</param>
internal readonly record struct ConfigurationEntry(string Path, string Value, TextSpan Span);
