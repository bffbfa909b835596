// Microsoft.AspNet.WebApi.Client
namespace System.Net.Http;

public static class HttpContentExtensions
{
    public static Task<T> ReadAsAsync<T>(this HttpContent content) => throw null!;
    public static Task<T> ReadAsAsync<T>(this HttpContent content, CancellationToken cancellationToken) => throw null!;
}
