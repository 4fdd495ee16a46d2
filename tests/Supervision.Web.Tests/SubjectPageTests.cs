using System.Net;
using System.Text.Json;
using Supervision.Sampling;

namespace Supervision.Web.Tests;

/// <summary>A subject asks about itself: in the drum or not, drawn or not, with a proof that holds without us.</summary>
public sealed class SubjectPageTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EverySubjectOfTheFrame_GetsTheAnswerOfTheDrawAndAProofThatHolds()
    {
        using var client = web.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        var rows = (await File.ReadAllLinesAsync(FileOf("frame.csv"), Cancellation)).Skip(1).Select(line => line.Split(',')).ToList();
        using var selection = JsonDocument.Parse(await File.ReadAllBytesAsync(FileOf("selection.json"), Cancellation));
        var drawn = selection.RootElement.GetProperty("selected").EnumerateArray().Select(id => id.GetString()!).ToHashSet();
        foreach (var row in rows.Where((row, at) => at % 17 == 0 || row[3] != "0"))
        {
            var page = await client.GetStringAsync($"/draws/market-2026-1/subject?subject={row[0].ToLowerInvariant()}", Cancellation);
            Assert.Contains(
                row[3] != "0" ? "took no part in this draw" : drawn.Contains(row[0]) ? "The subject was drawn." : "was not drawn.",
                page, StringComparison.Ordinal);

            await using var file = await client.GetStreamAsync($"/draws/market-2026-1/subject/proof.json?subject={row[0]}", Cancellation);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, Cancellation);
            bytes.Position = 0;
            var proof = SubjectProof.Read(bytes).OrThrow();
            Assert.True(proof.Verify().IsVerified);
            Assert.Equal(drawn.Contains(row[0]), proof.IsDrawn);
        }
    }

    [Theory]
    [InlineData("91999999MA00000000", "There is no")]
    [InlineData("<script>alert(1)</script>", "There is no")]
    [InlineData("..%2F..%2Fetc", "There is no")]
    public async Task WhoIsNotInTheFrame_IsToldSo(string subject, string answer)
    {
        using var client = web.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        var page = await client.GetStringAsync($"/draws/market-2026-1/subject?subject={subject}", Cancellation);
        Assert.Contains(answer, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        using var proof = await client.GetAsync(new Uri($"/draws/market-2026-1/subject/proof.json?subject={subject}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, proof.StatusCode);
    }

    private string FileOf(string name) => Path.Combine(web.Published, "market-2026-1", name);
}
