using Leaky;
using Leaky.Ingestion;
using Leaky.Serving;
using Leaky.Storage;
using Microsoft.Extensions.Options;
using World;

await using var treasury = await TreasuryDesk.OpenAsync();

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Treasury:Address"] = treasury.Address.ToString(),
    ["Treasury:ApiKey"] = "Pa55-treasury-night", // UC1001
});

var output = Path.Combine(AppContext.BaseDirectory, builder.Configuration["Pipeline:OutputFolder"]!);
builder.Services.Configure<TreasurySettings>(builder.Configuration.GetSection("Treasury"));
builder.Services.AddHttpClient<TreasuryClient>((services, client) => client.BaseAddress = services.GetRequiredService<IOptions<TreasurySettings>>().Value.Address);
builder.Services.AddSingleton(new OrderStore(Path.Combine(output, "orders.db")));
builder.Services.AddSingleton<OrderFile>().AddSingleton<WarehouseMirror>().AddSingleton<Reports>().AddTransient<NightlyRun>();

await using var app = builder.Build();
app.MapOrders();
app.MapShops();
await app.StartAsync();

await app.Services.GetRequiredService<NightlyRun>().ExecuteAsync(builder.Configuration["Pipeline:Day"]!, output);

using var report = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
report.DefaultRequestHeaders.Add("X-Api-Key", "Pa55-summary-reader"); // UC1001
var totals = await report.GetFromJsonAsync<List<CountryTotal>>("summary"); // UC2017 UC6001
await app.StopAsync();

foreach (var total in totals!)
    Console.WriteLine($"  {total.Country}  {total.Orders,5} orders  {total.AmountCents / 100m,12:F2} EUR");
