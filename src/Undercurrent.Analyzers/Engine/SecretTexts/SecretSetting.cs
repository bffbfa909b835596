namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>A secret among the settings of a text, and where it stands there.</summary>
/// <param name="Key">The setting, spelled as in its provider's manual and never as in the text.</param>
/// <param name="Value">The secret; it goes into no message.</param>
/// <param name="Start">Where the setting begins.</param>
/// <param name="End">Where its value ends.</param>
internal readonly record struct SecretSetting(string Key, string Value, int Start, int End);
