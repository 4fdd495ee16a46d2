using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Web.Tests;

/// <summary>Before its inspections a sealed draw is public only as far as it cannot warn anybody.</summary>
[Collection("published draws change")]
public sealed class SealedDrawTests(WebFixture web)
{
    private static readonly byte[] s_secret = [.. Enumerable.Repeat((byte)7, Commitment.SecretSize)];

    [Fact]
    public async Task Page_ShowsNeitherSeedNorList_AndVerifiesWhatIsPublic()
    {
        var bundle = Bundle();
        await PublishAsync(bundle);
        foreach (var path in (string[])["/draws/sealed-1", "/draws/sealed-1/files/reveal.json", "/open-data/draws.json", "/open-data/draws.csv"])
        {
            var text = await web.Client().GetStringAsync(path, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(bundle.Seed.ToString(), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(s_secret), text, StringComparison.OrdinalIgnoreCase);
            Assert.All(bundle.Selection.SelectedIds, id => Assert.DoesNotContain(id, text, StringComparison.Ordinal));
        }

        var page = await web.PageAsync(new() { Locale = "en" });
        await page.GotoAsync("/draws/sealed-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(page.Locator("#verify-verdict")).ToContainTextAsync("Nothing is wrong");
        await Assertions.Expect(page.Locator("#verify-checks tr.withheld th").First).ToContainTextAsync("selection-file");
        Assert.Equal(0, await page.Locator("#verify-checks tr.failed, #verify-checks tr.notrun").CountAsync());
    }

    private static DrawBundle Bundle()
    {
        var builder = new FrameBuilder();
        for (var i = 0; i < 60; i++)
        {
            builder.Add(new FrameRecord($"SEALED-{i:000}", i % 2 == 0 ? "A|330701" : "B|330701", 1, FrameStatus.Eligible));
        }

        var frame = builder.Build();
        var announcement = Announcement.Create(new AnnouncementTerms
        {
            Draw = new DrawNumber("market-bureau", "sealed", 1),
            Previous = default,
            HashKind = HashKind.Sha256,
            FrameCount = frame.Count,
            FrameRoot = frame.Root(HashKind.Sha256),
            Method = new TierSrsMethod(new DrawRates([new DrawRate(200_000, "A"), new DrawRate(100_000, "B")]), 0),
            Beacons = [new BeaconRound("lottery SSQ", "cwl", 41)],
            Commitments = [Commitment.Of(HashKind.Sha256, s_secret)],
            SealedSecret = 1,
            SecretRule = "void",
            Prose = [],
        });
        return DrawBundle.Run(announcement, frame, new DrawReveal([s_secret], ["9.18.26.34.41.45"u8.ToArray()]));
    }

    private async Task PublishAsync(DrawBundle bundle)
    {
        var folder = Directory.CreateDirectory(Path.Combine(web.Published, "sealed-1")).FullName;
        bundle.WriteSealed(name => File.Create(Path.Combine(folder, name)));
        await using var scope = web.Services.CreateAsyncScope();
        var draws = scope.ServiceProvider.GetRequiredService<IDrawStore>();
        var draw = new Draw
        {
            Id = "sealed-1",
            PlanId = (await draws.ListPlansAsync(TestContext.Current.CancellationToken))[0].Id,
            Number = 900,
            AnnouncementHash = bundle.Announcement.Hash,
            FrameCount = bundle.Frame.Count,
            FrameRoot = bundle.Announcement.Terms.FrameRoot,
            Seed = bundle.Seed,
            SelectedCount = bundle.Selection.SelectedIds.Count,
            DrawnAt = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)),
            IsSealed = true,
        };
        await draws.AddDrawAsync(
            draw, [.. bundle.Selection.SelectedIds.Select(id => new DrawnSubject(id, "A|330701"))], TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(TestContext.Current.CancellationToken);
    }
}
