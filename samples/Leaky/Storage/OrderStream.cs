using System.Text.Json;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Leaky.Ingestion;

namespace Leaky.Storage;

/// <summary>Orders for whoever listens by day.</summary>
internal sealed class OrderStream
{
    private readonly AmazonKinesisClient stream = new();

    public async Task TellAsync(IEnumerable<Order> orders)
    {
        var records = orders.Select(order => new PutRecordsRequestEntry(order.Sku, JsonSerializer.SerializeToUtf8Bytes(order))).ToList();
        await stream.PutRecordsAsync(new("orders", records)); // UC2011 UC6013
    }
}
