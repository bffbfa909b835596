using System.Text.Json;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Sound.Transformation;

namespace Sound.Storage;

/// <summary>Orders for whoever listens by day; the stream says what it could not take.</summary>
internal sealed class OrderStream
{
    private readonly AmazonKinesisClient stream = new();

    public async Task TellAsync(IEnumerable<PricedOrder> orders)
    {
        var records = orders.Select(order => new PutRecordsRequestEntry(order.Order.Sku, JsonSerializer.SerializeToUtf8Bytes(new { order.Order.Id, order.Order.Sku, order.AmountCents }))).ToList();
        var response = await stream.PutRecordsAsync(new("orders", records));
        if (response.FailedRecordCount > 0)
            throw new InvalidOperationException($"The stream refused {response.FailedRecordCount} of {records.Count} orders");
    }
}
