namespace Leaky.Serving;

/// <summary>What happened, in the order it happened.</summary>
internal static partial class Trail
{
    public static void Note(ILogger logger, string text) => logger.LogInformation("Note: {Text}", text);

    [LoggerMessage(1, LogLevel.Information, "The order of {Whom} is the largest tonight")]
    public static partial void Largest(ILogger logger, string whom);
}
