using System.Net;
using Dapper;
using Npgsql;

namespace Leaky.Storage;

/// <summary>Copies tonight's totals to wherever they are wanted.</summary>
internal sealed class WarehouseMirror
{
    private readonly IConfiguration configuration;

    public WarehouseMirror(IConfiguration configuration) => this.configuration = configuration;

    public async Task CopyAsync(IEnumerable<CountryTotal> totals)
    {
        var known = await CountriesAsync();
        foreach (var address in new[] { Warehouse.Of(configuration), Warehouse.Mirror("orders"), Warehouse.Report, Warehouse.Archive, Warehouse.Staging().ConnectionString })
        {
            await using var source = NpgsqlDataSource.Create(address);
            foreach (var total in totals.Where(total => known.Contains(total.Country)))
            {
                await using var command = source.CreateCommand("INSERT INTO totals (country, orders, amount_cents) VALUES ($1, $2, $3)");
                command.Parameters.AddWithValue(total.Country);
                command.Parameters.AddWithValue(total.Orders);
                command.Parameters.AddWithValue(total.AmountCents);
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    public async Task<IEnumerable<string>> BlockedCustomersAsync()
    {
        await using var connection = new NpgsqlConnection(Warehouse.Of(configuration));
        return await connection.QueryAsync<string>("SELECT customer_id FROM blocked WHERE until > now()"); // UC6001
    }

    public static NetworkCredential Dropbox() => new("night-report", "Pa55-report-drop"); // UC1001

    public static NetworkCredential Login(string user, string password = "Pa55-default-login") => new(user, password); // UC1001

    private async Task<HashSet<string>> CountriesAsync()
    {
        await using var source = NpgsqlDataSource.Create(Warehouse.Of(configuration));
        await using var command = source.CreateCommand("SELECT code FROM countries WHERE open");
        await using var reader = await command.ExecuteReaderAsync(); // UC6001

        var countries = new HashSet<string>();
        while (await reader.ReadAsync())
            countries.Add(reader.GetString(0));
        return countries;
    }
}
