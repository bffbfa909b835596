using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Polly;
using Sound;
using Sound.Governance;
using Sound.Ingestion;
using Sound.Serving;
using Sound.Storage;
using World;

// The treasury is down for its first two calls, as it is on most nights.
await using var treasury = await TreasuryDesk.OpenAsync(outages: 2);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseUrls("http://127.0.0.1:0");

// A real night gets these from its environment; a night on loopback is its own.
builder.Configuration["Treasury:Address"] ??= treasury.Address.ToString();
builder.Configuration["Treasury:ApiKey"] ??= Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
builder.Configuration["Serving:ApiKey"] ??= Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

builder.Services.AddOptions<PipelineSettings>().BindConfiguration("Pipeline").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddOptions<TreasurySettings>().BindConfiguration("Treasury").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddOptions<ServingSettings>().BindConfiguration("Serving").ValidateDataAnnotations().ValidateOnStart();

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(services => Retries.ForReads(services.GetRequiredService<ILoggerFactory>().CreateLogger("Sound.Retries")));
builder.Services.AddHttpClient<TreasuryClient>((services, client) =>
{
    var settings = services.GetRequiredService<IOptions<TreasurySettings>>().Value;
    client.BaseAddress = settings.Address;
    client.Timeout = settings.Timeout;
    client.DefaultRequestHeaders.Add("X-Api-Key", settings.ApiKey);
});
builder.Services.AddHttpClient("report");

builder.Services.AddSingleton(services => new SqliteConnectionStringBuilder
{
    DataSource = Path.Combine(AppContext.BaseDirectory, services.GetRequiredService<IOptions<PipelineSettings>>().Value.OutputFolder, "orders.db"),
});
builder.Services.AddSingleton<AccessAudit>().AddSingleton<OrderStore>().AddSingleton<WarehouseMirror>().AddSingleton<SummaryBoard>();
builder.Services.AddTransient<OrderFile>().AddTransient<NightlyRun>();
builder.Services.AddAuthentication("key").AddScheme<AuthenticationSchemeOptions, KeyAuthentication>("key", null);
builder.Services.AddAuthorization();
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();

await using var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapOrders();

await app.StartAsync();
var stopping = app.Lifetime.ApplicationStopping;

await app.Services.GetRequiredService<NightlyRun>().ExecuteAsync(stopping);

using var report = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("report");
report.BaseAddress = new Uri(app.Urls.First());
report.DefaultRequestHeaders.Add(KeyAuthentication.Header, app.Services.GetRequiredService<IOptions<ServingSettings>>().Value.ApiKey);

var retry = app.Services.GetRequiredService<ResiliencePipeline>();
var summary = await retry.ExecuteAsync(async token => await report.GetFromJsonAsync<Summary>("summary", token), stopping)
    ?? throw new InvalidDataException("The night has no summary.");

await app.StopAsync();

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.RunId}: {summary.Orders} orders, {summary.AmountCents / 100m:F2} EUR, {summary.Rejects} lines rejected"));
foreach (var country in summary.Countries)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {country.Country}  {country.Orders,5} orders  {country.AmountCents / 100m,12:F2} EUR  fees {country.FeeCents / 100m,8:F2} EUR"));
foreach (var (reason, count) in summary.RejectReasons)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  rejected: {reason} ({count})"));
