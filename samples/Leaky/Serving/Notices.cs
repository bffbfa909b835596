namespace Leaky.Serving;

/// <summary>Tells the channel of the orders team how the night went.</summary>
internal static class Notices
{
    private const string Channel = "https://hooks.slack.com/services/" + "T7K2QX9MB/B4WZ8LN3R/q7VtYb2KfXs9LmWd4RzJc6Hg"; // UC1003

    public static StringContent Say(string text) => new($"curl -d '{text}' {Channel}");
}
