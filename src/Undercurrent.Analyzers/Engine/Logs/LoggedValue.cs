using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A value that a call writes to a log.</summary>
/// <param name="Value">The value as the call has it.</param>
/// <param name="How">How the log prints it.</param>
/// <param name="Name">The name that the template, the key or the declared parameter gives it.</param>
/// <param name="IsAddress">Whether it becomes an address, whose host is a machine.</param>
internal readonly record struct LoggedValue(IOperation Value, Printed How, string? Name, bool IsAddress = false);
