using System.Net;
using Npgsql;

namespace Leaky.Storage;

/// <summary>Copies tonight's totals to wherever they are wanted.</summary>
internal sealed class WarehouseMirror
{
    private readonly IConfiguration configuration;

    public WarehouseMirror(IConfiguration configuration) => this.configuration = configuration;

    public async Task CopyAsync(IEnumerable<CountryTotal> totals)
    {
        foreach (var address in new[] { Warehouse.Of(configuration), Warehouse.Mirror("orders"), Warehouse.Report, Warehouse.Archive, Warehouse.Staging().ConnectionString })
        {
            await using var source = NpgsqlDataSource.Create(address);
            foreach (var total in totals)
            {
                await using var command = source.CreateCommand("INSERT INTO totals (country, orders, amount_cents) VALUES ($1, $2, $3)");
                command.Parameters.AddWithValue(total.Country);
                command.Parameters.AddWithValue(total.Orders);
                command.Parameters.AddWithValue(total.AmountCents);
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    public static NetworkCredential Dropbox() => new("night-report", "Pa55-report-drop"); // UC1001

    public static NetworkCredential Login(string user, string password = "Pa55-default-login") => new(user, password); // UC1001
}
