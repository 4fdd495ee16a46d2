using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Supervision.Web.Tests;

/// <summary>A public page with everything that it loads: at most 30 KB compressed, so that it opens on a slow phone.</summary>
public sealed partial class PageWeightTests(WebFixture web)
{
    private const int Most = 30_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/plans")]
    [InlineData("/draws")]
    [InlineData("/draws/market-2026-1")]
    [InlineData("/draws/market-2026-1/subject?subject=92999999MA0NDL014U")]
    [InlineData("/penalties/demo-penalty")]
    public async Task APublicPage_IsLight(string address)
    {
        using var client = web.Client();
        var html = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var weight = Packed(html);
        var assets = Asset().Matches(Encoding.UTF8.GetString(html)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains(assets, asset => asset.Contains("site", StringComparison.Ordinal)); // the sheet at least: the pattern still finds what is loaded
        foreach (var asset in assets)
        {
            weight += Packed(await client.GetByteArrayAsync(new Uri(asset, UriKind.Relative), TestContext.Current.CancellationToken));
        }

        Assert.InRange(weight, 1_000, Most);
    }

    private static int Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return (int)packed.Length;
    }

    [GeneratedRegex("(?:<link[^>]* href|<script[^>]* src)=\"([^\"]+)\"")]
    private static partial Regex Asset();
}
