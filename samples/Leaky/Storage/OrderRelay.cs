using Leaky.Ingestion;

namespace Leaky.Storage;

/// <summary>Tells the listeners of an order at all costs: the stream's client tries by itself, and this tries the client.</summary>
internal sealed class OrderRelay
{
    private readonly OrderStream stream = new();

    public async Task TellAsync(IReadOnlyList<Order> orders)
    {
        for (var attempt = 1; ; attempt++) // UC6004
        {
            try
            {
                await stream.TellAsync(orders);
                return;
            }
            catch (IOException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)));
            }
        }
    }
}
