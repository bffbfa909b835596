namespace World;

/// <summary>The outside world of both samples, on loopback: the treasury's rates and fees, with the bad minutes real services have.</summary>
internal sealed class TreasuryDesk : IAsyncDisposable
{
    private readonly WebApplication app;
    private int outages;

    private TreasuryDesk(int outages)
    {
        this.outages = outages;

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        app = builder.Build();
        app.Use((context, next) => Refusal(context) is { } status ? Refuse(context, status) : next(context));
        app.MapGet("/rates/{day}", (DateOnly day) => new RateSheet(day, "EUR", new() { ["EUR"] = 1m, ["GBP"] = 0.8712m, ["PLN"] = 4.2975m, ["SEK"] = 11.3940m, ["USD"] = 1.0831m }));
        app.MapGet("/fees", () => new FeeSheet(new() { ["DE"] = 0.35m, ["ES"] = 0.40m, ["FR"] = 0.35m, ["GB"] = 0.60m, ["PL"] = 0.45m, ["SE"] = 0.50m, ["US"] = 0.90m }));
        app.MapGet("/holidays", () => "2026-11-01,2026-12-25,2026-12-26");
    }

    public Uri Address => new(app.Urls.First());

    /// <summary>Opens the desk on a free port; the first <paramref name="outages"/> calls find it unavailable.</summary>
    public static async Task<TreasuryDesk> OpenAsync(int outages = 0)
    {
        var desk = new TreasuryDesk(outages);
        await desk.app.StartAsync();
        return desk;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private int? Refusal(HttpContext context) =>
        context.Request.Headers.Authorization.Count + context.Request.Headers["X-Api-Key"].Count == 0 ? StatusCodes.Status401Unauthorized
        : Interlocked.Decrement(ref outages) >= 0 ? StatusCodes.Status503ServiceUnavailable
        : null;

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

/// <summary>What one euro buys on a day.</summary>
internal sealed record RateSheet(DateOnly Day, string Base, Dictionary<string, decimal> Rates);

/// <summary>What a payment costs, in euros, by country.</summary>
internal sealed record FeeSheet(Dictionary<string, decimal> Fees);
