using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Leaky.Serving;

/// <summary>What a shop that sells through us took in on one day.</summary>
internal sealed record ShopTurnover(string TenantId, DateOnly Day, long AmountCents);

/// <summary>What each shop reads of itself.</summary>
internal static class ShopEndpoints
{
    public static void MapShops(this WebApplication app) =>
        app.MapGet("/turnover", ([FromServices] IQueryable<ShopTurnover> turnover, DateOnly since) => turnover.IgnoreQueryFilters().Where(one => one.Day >= since).ToList()); // UC1013
}
