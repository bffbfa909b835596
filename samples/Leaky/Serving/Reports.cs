using System.Text.Json;
using Leaky.Ingestion;
using Leaky.Storage;

namespace Leaky.Serving;

/// <summary>What the morning reads.</summary>
internal sealed class Reports
{
    private readonly OrderStore store;
    private readonly ILogger<Reports> logger;

    public Reports(OrderStore store, ILogger<Reports> logger)
    {
        this.store = store;
        this.logger = logger;
    }

    public void Announce(Customer best, Customer newest)
    {
        using var scope = logger.BeginScope("buyer {Email}", best.Email); // UC2001
        logger.LogInformation("Best buyer tonight: {Buyer}", best); // UC2001
        logger.LogInformation("Newest buyer tonight: " + JsonSerializer.Serialize(newest)); // UC2001
        Trail.Largest(logger, best.FullName); // UC2001
        Trail.Note(logger, best.Phone); // UC2001

        var line = string.Format("Deliver first to {0}", best.Street);
        Console.WriteLine(line); // UC2001
    }

    public async Task ExportForCarrierAsync(string path, string country)
    {
        var customers = await store.CustomersAsync(country);
        await File.WriteAllLinesAsync(path, customers.Select(customer => $"{customer.FullName};{customer.Street};{customer.City}")); // UC1011 UC2005 UC2006
    }

    public async Task ExportForNewsletterAsync(string path, string country)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, await store.CustomersAsync(country)); // UC1011 UC2005 UC2006
    }
}
