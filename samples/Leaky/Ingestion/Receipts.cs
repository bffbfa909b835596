namespace Leaky.Ingestion;

/// <summary>Tells a partner that an order arrived, so that it is not sent again.</summary>
internal static class Receipts
{
    public static async Task ConfirmAsync(Uri order, CancellationToken cancellation)
    {
        using var partner = new HttpClient(); // UC6014
        using var answer = await partner.DeleteAsync(order, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public static void Withdraw(HttpClient partner, Uri order) =>
        partner.DeleteAsync(order).Result.EnsureSuccessStatusCode(); // UC6015
}
