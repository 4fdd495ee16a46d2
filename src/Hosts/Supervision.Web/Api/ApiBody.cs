using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Supervision.Web.Api;

/// <summary>The body of a command: JSON within a limit, whole.</summary>
internal static class ApiBody
{
    /// <summary>Most bytes; bulk has calls of its own.</summary>
    public const long MostBytes = 2 * 1024 * 1024;

    /// <exception cref="JsonException">It is not the JSON that the call takes.</exception>
    /// <exception cref="BadHttpRequestException">It is longer.</exception>
    public static async Task<(string Text, TBody Body)> ReadAsync<TBody>(HttpContext http)
        where TBody : class
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        return (text, JsonSerializer.Deserialize<TBody>(text, ApiJson.Options) ?? throw new ApiFieldException("null", "$"));
    }
}
