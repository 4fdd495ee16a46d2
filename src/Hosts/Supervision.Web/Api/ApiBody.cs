using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Supervision.Web.Api;

/// <summary>The body of a command: JSON within a limit, whole.</summary>
internal static class ApiBody
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Most bytes; bulk has calls of its own.</summary>
    public const long MostBytes = 2 * 1024 * 1024;

    /// <exception cref="JsonException">It is not the JSON that the call takes.</exception>
    /// <exception cref="ApiFieldException">It is null, or not UTF-8: what cannot be read is not kept as question marks.</exception>
    /// <exception cref="BadHttpRequestException">It is longer.</exception>
    public static async Task<(string Text, TBody Body)> ReadAsync<TBody>(HttpContext http)
        where TBody : class
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        using var reader = new StreamReader(http.Request.Body, s_utf8);
        var text = await TextAsync(reader, http.RequestAborted);
        return (text, JsonSerializer.Deserialize<TBody>(text, ApiJson.Options) ?? throw new ApiFieldException("The body is null.", "$"));
    }

    private static async Task<string> TextAsync(StreamReader reader, CancellationToken stopped)
    {
        try
        {
            return await reader.ReadToEndAsync(stopped);
        }
        catch (DecoderFallbackException)
        {
            throw new ApiFieldException("The body is not UTF-8.", "$");
        }
    }
}
