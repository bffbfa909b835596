using System.Security.Claims;
using Sound.Governance;
using Sound.Storage;

namespace Sound.Serving;

/// <summary>What the pipeline serves: numbers to every caller with a key, a buyer's contact with a record of who asked.</summary>
internal static class Endpoints
{
    public static void MapOrders(this WebApplication app)
    {
        app.MapGet("/health", () => "ok");

        var served = app.MapGroup("/").RequireAuthorization();
        served.MapGet("/summary", (SummaryBoard board) => board.Latest is { } summary ? Results.Ok(summary) : Results.NotFound());
        served.MapGet("/orders/{orderId}/contact", ContactAsync);
    }

    private static async Task<IResult> ContactAsync(string orderId, ClaimsPrincipal caller, OrderStore store, AccessAudit audit, CancellationToken cancellation)
    {
        var contact = await store.ContactAsync(orderId, cancellation);
        await audit.RecordAsync(new AccessRecord(caller.Identity?.Name ?? "unknown", "read", "customers", "full_name, email", contact is null ? 0 : 1, "delivery question"), cancellation);

        return contact is null ? Results.NotFound() : Results.Ok(contact);
    }
}
