namespace Supervision.Web.Tests.Api;

internal static class HttpClientExtensions
{
    /// <summary>The text of a successful answer; null for any other.</summary>
    public static async Task<string?> GetStringAsyncOrNull(this HttpClient client, string address, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancellationToken) : null;
    }
}
