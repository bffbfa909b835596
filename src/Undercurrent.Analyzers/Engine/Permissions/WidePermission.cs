using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>A permission that reaches too far, where it is written, and how it is called in its own language.</summary>
internal readonly record struct WidePermission(IOperation At, string What);
