using System.Text;
using Dapper;
using Leaky.Storage;
using Microsoft.Data.Sqlite;

namespace Leaky.Serving;

/// <summary>Finds orders for whoever asks.</summary>
internal sealed class OrderSearch
{
    private readonly string store;

    public OrderSearch(string store) => this.store = store;

    public IEnumerable<CountryTotal> Of(string country)
    {
        using var connection = new SqliteConnection(store);
        return connection.Query<CountryTotal>($"SELECT country, COUNT(*), SUM(amount_cents) FROM orders WHERE country = '{country}'"); // UC1012
    }

    public long Count(string sku, string sort)
    {
        var text = new StringBuilder("SELECT COUNT(*) FROM orders WHERE 1 = 1");
        if (sku.Length > 0)
            text.Append(" AND sku = '").Append(sku).Append('\'');

        using var connection = new SqliteConnection(store);
        using var command = connection.CreateCommand();
        command.CommandText = text.Append(" ORDER BY ").Append(sort).ToString(); // UC1012
        return (long)command.ExecuteScalar()!;
    }
}
