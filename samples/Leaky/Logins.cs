namespace Leaky;

/// <summary>The one place for what everybody needs to get in.</summary>
internal static class Logins
{
    public const string Loader = "Pa55-nightly-loader";

    public static readonly string Desk = "Pa55-desk-reader";
}
