namespace Leaky.Storage;

/// <summary>Orders more of what runs out, and where the answer is lost, more of that.</summary>
internal sealed class Reorders
{
    private readonly HttpClient supplier;

    public Reorders(HttpClient supplier) => this.supplier = supplier;

    public async Task MoreOfAsync(string sku)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await supplier.PostAsync("orders", new StringContent(sku)); // UC6013
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (attempt < 5)
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)));
            }
        }
    }
}
