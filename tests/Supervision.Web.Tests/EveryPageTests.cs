namespace Supervision.Web.Tests;

/// <summary>The pages for everybody: each fits and is accessible.</summary>
public sealed class EveryPageTests(WebFixture web)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/plans")]
    [InlineData("/plans?agency=nobody")]
    [InlineData("/draws")]
    [InlineData("/draws/market-2026-1")]
    [InlineData("/draws/market-2026-1/subject?subject=92999999MA0NDL014U")]
    [InlineData("/open-data")]
    [InlineData("/sign-in")]
    [InlineData("/nothing-here", 404)]
    public async Task APage_FitsAndIsAccessible(string path, int status = 200)
    {
        var page = await web.PageAsync();
        await Judge.FitsAndIsAccessibleAsync(page, path, status);
        await page.Context.CloseAsync();
    }
}
