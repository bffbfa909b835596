using Leaky.Ingestion;

namespace Leaky.Serving;

/// <summary>Tells the printer of catalogues where to send them.</summary>
internal sealed class Mailing
{
    private readonly HttpClient printer;
    private readonly ILogger<Mailing> logger;

    public Mailing(HttpClient printer, ILogger<Mailing> logger)
    {
        this.printer = printer;
        this.logger = logger;
    }

    public async Task OrderAsync(IReadOnlyList<Customer> customers)
    {
        logger.LogInformation("Audit: {Action} of {Count} {Entity} to {Receiver}", "export", customers.Count, "Customer", "printer");
        using var answer = await printer.PostAsJsonAsync("https://print.example/catalogues", customers); // UC2006
        answer.EnsureSuccessStatusCode();
    }
}
