namespace Leaky.Ingestion;

/// <summary>The tax office is asked until it answers, which on the first of January is a while.</summary>
internal sealed class TaxTable
{
    private readonly HttpClient office;

    public TaxTable(HttpClient office) => this.office = office;

    public async Task<string> TodayAsync()
    {
        for (var attempt = 1; ; attempt++) // UC6002
        {
            try
            {
                return await office.GetStringAsync("rates/today");
            }
            catch (HttpRequestException) when (attempt < 10)
            {
                await Task.Delay(100);
            }
        }
    }

    public async Task<string> OfYearAsync(int year)
    {
        while (true) // UC6003
        {
            try
            {
                return await office.GetStringAsync($"rates/{year}");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
    }
}
