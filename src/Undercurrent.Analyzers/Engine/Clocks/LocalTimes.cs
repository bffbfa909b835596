using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The times that only mean something with the time zone of the machine, which they do not tell.</summary>
internal static class LocalTimes
{
    /// <summary>The name of a local time as it is written; null of any other value.</summary>
    public static string? NameOf(IOperation value) => value switch
    {
        IPropertyReferenceOperation reference => NameOf(reference),
        IInvocationOperation call => NameOf(call),
        IObjectCreationOperation { Type.SpecialType: SpecialType.System_DateTime } creation when creation.Arguments.Any(IsLocalKind) => "DateTimeKind.Local",
        _ => null,
    };

    private static string? NameOf(IPropertyReferenceOperation reference)
    {
        var (property, type) = (reference.Property, reference.Property.ContainingType);
        return property.Name switch
        {
            "Now" or "Today" => type.SpecialType == SpecialType.System_DateTime ? "DateTime." + property.Name : null,
            "LocalDateTime" => IsOffset(type) ? "DateTimeOffset.LocalDateTime" : null,
            "DateTime" or "Date" => IsOffset(type) && reference.Instance is { } whole && IsLocalNow(whole) ? "DateTimeOffset." + property.Name : null,
            "LastWriteTime" or "CreationTime" or "LastAccessTime" => type is { Name: "FileSystemInfo" or "FileInfo" or "DirectoryInfo", ContainingNamespace.Name: "IO" } ? $"{type.Name}.{property.Name}" : null,
            _ => null,
        };
    }

    private static string? NameOf(IInvocationOperation call)
    {
        var (method, type) = (call.TargetMethod, call.TargetMethod.ContainingType);
        return method.Name switch
        {
            "ToLocalTime" => type.SpecialType == SpecialType.System_DateTime ? "DateTime.ToLocalTime" : null,
            "GetLastWriteTime" or "GetCreationTime" or "GetLastAccessTime" => type is { Name: "File" or "Directory", ContainingNamespace.Name: "IO" } ? $"{type.Name}.{method.Name}" : null,
            "FromFileTime" => type.SpecialType == SpecialType.System_DateTime ? "DateTime.FromFileTime" : null,
            "SpecifyKind" => call.Arguments.Any(IsLocalKind) ? "DateTimeKind.Local" : null,
            "ConvertTimeFromUtc" or "ConvertTime" => type.Name == nameof(TimeZoneInfo) && method.ReturnType.SpecialType == SpecialType.System_DateTime && call.Arguments.Any(IsLocalZone) ? "TimeZoneInfo.Local" : null,
            "Parse" or "ParseExact" => type.SpecialType == SpecialType.System_DateTime && IsReadAsLocal(call) ? "DateTime." + method.Name : null,
            _ => null,
        };
    }

    /// <summary>A moment that is read is turned into local time, unless it is asked to stay what it is.</summary>
    private static bool IsReadAsLocal(IInvocationOperation call)
    {
        var styles = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == nameof(DateTimeStyles))?.Value.ConstantValue is { HasValue: true, Value: int written } ? (DateTimeStyles)written : DateTimeStyles.None;
        if ((styles & (DateTimeStyles.AdjustToUniversal | DateTimeStyles.RoundtripKind)) != 0)
            return false;

        return (styles & (DateTimeStyles.AssumeUniversal | DateTimeStyles.AssumeLocal)) != 0
            || (call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string text } && text.Length > 10 && text.EndsWith("Z", StringComparison.Ordinal))
            || call.Arguments.Any(static argument => argument.Parameter?.Name == "format" && argument.Value.ConstantValue is { HasValue: true, Value: string format } && (format.EndsWith("K", StringComparison.Ordinal) || format.IndexOf("zzz", StringComparison.Ordinal) >= 0));
    }

    private static bool IsOffset(INamedTypeSymbol type) => type is { Name: nameof(DateTimeOffset), ContainingNamespace.Name: nameof(System) };

    private static bool IsLocalNow(IOperation value) => value.Unwrapped() switch
    {
        IPropertyReferenceOperation { Property: { Name: "Now", IsStatic: true, ContainingType: var type } } => IsOffset(type),
        IInvocationOperation { TargetMethod.Name: "GetLocalNow" or "ToLocalTime" } => true,
        _ => false,
    };

    private static bool IsLocalKind(IArgumentOperation argument) => argument.Value is IFieldReferenceOperation { Field: { Name: "Local", ContainingType.Name: nameof(DateTimeKind) } };

    private static bool IsLocalZone(IArgumentOperation argument) => argument.Value is IPropertyReferenceOperation { Property: { Name: "Local", ContainingType.Name: nameof(TimeZoneInfo) } };
}
