using Leaky.Ingestion;
using Leaky.Serving;
using Leaky.Storage;
using Leaky.Transformation;

namespace Leaky;

/// <summary>One night: read, price, store, tell.</summary>
internal sealed class NightlyRun
{
    private readonly IConfiguration configuration;
    private readonly OrderFile file;
    private readonly TreasuryClient treasury;
    private readonly OrderStore store;
    private readonly WarehouseMirror mirror;
    private readonly Reports reports;
    private readonly ILogger<NightlyRun> logger;

    public NightlyRun(IConfiguration configuration, OrderFile file, TreasuryClient treasury, OrderStore store, WarehouseMirror mirror, Reports reports, ILogger<NightlyRun> logger)
    {
        this.configuration = configuration;
        this.file = file;
        this.treasury = treasury;
        this.store = store;
        this.mirror = mirror;
        this.reports = reports;
        this.logger = logger;
    }

    public async Task ExecuteAsync(string day, string output)
    {
        if (await treasury.IsHolidayAsync(day))
            return;

        var rates = await treasury.RatesAsync(day);
        var fees = await treasury.FeesAsync();

        var customers = new Dictionary<string, Customer>();
        var orders = new List<(Order Order, decimal Euros)>();
        foreach (var (order, customer) in file.Read(Path.Combine(AppContext.BaseDirectory, configuration["Pipeline:OrdersFile"]!)))
        {
            customers[customer.Id] = customer;
            if (Pricing.Euros(order, rates) is { } euros)
                orders.Add((order, euros + fees.Fees.GetValueOrDefault(order.Country)));
        }

        await store.SaveAsync(customers.Values, orders);
        logger.LogInformation("Loaded {Orders} orders, {Rejects} lines made no sense", orders.Count, file.Rejects);

        var best = customers[orders.MaxBy(one => one.Euros).Order.CustomerId];
        logger.LogInformation("The largest order is of {Buyer}", Pseudonym.Of(best.Id));
        reports.Announce(best, customers.Values.Last());
        await store.CorrectAsync(best with { Phone = best.Phone.Trim() });
        await reports.ExportForCarrierAsync(Path.Combine(output, "carrier.csv"), "DE");
        await reports.ExportForNewsletterAsync(Path.Combine(output, "newsletter.json"), "FR");

        if (configuration.GetValue<bool>("Pipeline:MirrorToWarehouse"))
        {
            var blocked = await mirror.BlockedCustomersAsync();
            var refused = orders.Count(one => blocked.Contains(one.Order.CustomerId));
            logger.LogInformation("Tonight {Refused} blocked buyers ordered", refused);
            await mirror.CopyAsync(await store.TotalsAsync());
        }
    }
}
