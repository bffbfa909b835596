namespace Undercurrent.Analyzers.Engine.Logins;

/// <summary>The setting of a text by which an administrator comes.</summary>
/// <param name="Name">The login, spelled as we spell it.</param>
/// <param name="Start">Where the setting begins.</param>
/// <param name="KeyEnd">Where its key ends, the sign behind it included.</param>
/// <param name="End">Where its value ends.</param>
/// <param name="IsLocal">Whether it connects to the machine the program runs on.</param>
internal readonly record struct AdministratorLogin(string Name, int Start, int KeyEnd, int End, bool IsLocal);
