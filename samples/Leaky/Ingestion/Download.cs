namespace Leaky.Ingestion;

/// <summary>Short names for what is fetched every night.</summary>
internal static class Download
{
    public static async Task<string> TextAsync(HttpClient http, string path)
    {
        await using var body = await http.GetStreamAsync(path); // UC6001
        using var reader = new StreamReader(body);
        return await reader.ReadToEndAsync();
    }
}
