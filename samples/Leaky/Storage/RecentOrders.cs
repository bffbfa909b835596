using Leaky.Ingestion;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;

namespace Leaky.Storage;

/// <summary>The orders somebody asked for lately, and those somebody asked for a year ago.</summary>
internal sealed class RecentOrders
{
    private readonly IMemoryCache memory;
    private readonly IDistributedCache shared;

    public RecentOrders(IMemoryCache memory, IDistributedCache shared) => (this.memory, this.shared) = (memory, shared);

    public Task KeepAsync(Order order)
    {
        memory.Set(order.Id, order); // UC2018
        return shared.SetStringAsync("order:" + order.Id, order.Sku); // UC2018
    }
}
