using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What stands before somebody's eyes, or keeps what somebody set up: told by the libraries screens are made with, and by names.</summary>
internal static class Screens
{
    private static readonly HashSet<string> Libraries = new(StringComparer.Ordinal)
    {
        "Forms", "Windows", "Controls", "Xaml", "Maui", "Xamarin", "Avalonia", "Gtk", "Spectre", "Blazor", "Components", "WebControls", "MudBlazor", "UIKit", "Android", "ImGuiNET", "UnityEngine", "Eto", "CommandLine",
    };

    private static readonly string[] TypedNames = ["textbox", "combobox", "textfield", "inputfield", "userinput", "viewmodel", "commandline"];

    /// <summary>The last words of the names of types.</summary>
    private static readonly HashSet<string> LastWords = new(StringComparer.Ordinal)
    {
        "form", "window", "view", "page", "dialog", "control", "screen", "widget", "option", "setting", "config", "configuration", "menu", "presenter", "calculator", "console", "cli", "fragment", "activity",
    };

    /// <summary>Whether a name speaks of what is typed in.</summary>
    public static bool Names(string name) => Array.Exists(TypedNames, typed => name.IndexOf(typed, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether the name of a type is one of a screen or of settings.</summary>
    public static bool IsName(string type) => Names(type) || (IdentifierWords.Of(type) is { Length: > 0 } words && LastWords.Contains(words[words.Length - 1]));

    /// <summary>Whether a type is one, or derives from one of a library.</summary>
    public static bool Shows(INamedTypeSymbol type)
    {
        if (IsName(type.Name))
            return true;

        for (var part = type; part is not null; part = part.BaseType)
        {
            if (IsOf(part))
                return true;
        }

        return type.AllInterfaces.Any(IsOf);
    }

    /// <summary>Whether a type belongs to a library that screens are made with.</summary>
    public static bool IsOf(INamedTypeSymbol type) => IsIn(type, Libraries);

    /// <summary>Whether any namespace around a type has one of these names.</summary>
    public static bool IsIn(INamedTypeSymbol type, HashSet<string> names)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (names.Contains(space.Name))
                return true;
        }

        return false;
    }
}
