using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Supervision.Cases;
using Supervision.Documents;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Web.Publication;

namespace Supervision.Web.Tests;

/// <summary>What the public reads of penalties and certificates: masked, and only as long as it may.</summary>
public sealed class PublicPenaltiesTests(WebFixture web)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APenaltyOfAPerson_IsPublished_Masked()
    {
        var page = await web.PageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync("/");
        await page.Locator(".cards a[href='/penalties']").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "金市监罚〔2026〕1号" }).ClickAsync();
        var text = await page.Locator("main").InnerTextAsync();
        Assert.Contains("皇甫某某", text, StringComparison.Ordinal);
        Assert.Contains("280,000元", text, StringComparison.Ordinal);
        Assert.Contains("2029-06-15", text, StringComparison.Ordinal);
        Assert.DoesNotContain("金雀", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0307", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    // 市场监督管理行政处罚信息公示规定 art. 13: three years for what is not minor; on the day after, it is gone from page and open data.
    [Theory]
    [InlineData("2026-06-14", false)]
    [InlineData("2026-06-15", true)]
    [InlineData("2029-06-15", true)]
    [InlineData("2029-06-16", false)]
    public async Task APenalty_IsPublicFromItsDayToItsLast(string on, bool isPublic)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var clock = new AuthorityClock(new Noon(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)), AuthorityClock.ChinaStandardTime);
        var penalties = new PublicPenalties(
            services.GetRequiredService<IDocumentStore>(), services.GetRequiredService<ICaseStore>(), services.GetRequiredService<ISubjectStore>(), services.GetRequiredService<CaseLaw>(), clock);
        Assert.Equal(isPublic, await penalties.FindAsync("demo-penalty", Cancellation) is not null);
        Assert.Equal(isPublic, (await penalties.ListAsync(null, Cancellation)).Page.Any(one => one.Key == "demo-penalty"));
    }

    [Fact]
    public async Task ACertificate_IsConfirmedWithItsName_AndNothingElseIsTold()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var officer = (await scope.ServiceProvider.GetRequiredService<IOfficerStore>().ListOfficersAsync(Cancellation)).First(one => one.Id == "JH001");
        var page = await web.PageAsync(new() { Locale = "en", JavaScriptEnabled = false });
        foreach (var (number, name, answer) in new[]
        {
            (officer.CertificateNumber, officer.Name, "valid and in force"), (officer.CertificateNumber, "张三", "No valid certificate"), ("0", officer.Name, "No valid certificate"),
        })
        {
            await page.GotoAsync("/certificate");
            await page.Locator("#number").FillAsync(number);
            await page.Locator("#name").FillAsync(name);
            await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(answer);
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("penalties")]
    [InlineData("certificates")]
    public async Task OpenData_IsTheSameInBothForms(string name)
    {
        using var client = web.Client();
        using var json = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync($"/open-data/{name}.json", Cancellation));
        var lines = (await client.GetStringAsync($"/open-data/{name}.csv", Cancellation)).TrimEnd('\n').Split('\n');
        Assert.Equal(lines.Length - 1, json.RootElement.GetArrayLength());
        Assert.Equal(lines[0].Split(','), json.RootElement[0].EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("/penalties")]
    [InlineData("/penalties/demo-penalty")]
    [InlineData("/certificate")]
    [InlineData("/open-data")]
    public async Task APage_FitsAndIsAccessible(string path)
    {
        var page = await web.PageAsync();
        await Judge.FitsAndIsAccessibleAsync(page, path);
        await page.Context.CloseAsync();
    }

    private sealed class Noon(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(8)).ToUniversalTime();
    }
}
