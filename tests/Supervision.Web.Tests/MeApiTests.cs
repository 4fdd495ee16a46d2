using System.Text.Json;
using Supervision.Web.Demo;

namespace Supervision.Web.Tests;

/// <summary>What the phone fetches of the own agency: its officers and nobody else's.</summary>
public sealed class MeApiTests(WebFixture web)
{
    [Fact]
    public async Task AnOfficer_GetsTheOwnAgencysColleaguesAndItems()
    {
        using var own = await AgencyAsync("inspector");
        var officers = own.RootElement.GetProperty("officers").EnumerateArray().ToList();
        Assert.Contains("JH058", officers.Select(officer => officer.GetProperty("id").GetString()));
        Assert.All(officers, officer => Assert.Equal(DemoUsers.OtherAgency, officer.GetProperty("agencyId").GetString()));
        Assert.All(own.RootElement.GetProperty("items").EnumerateArray(), item => Assert.NotEmpty(item.GetProperty("name").GetString()!));
        Assert.NotEmpty(own.RootElement.GetProperty("items").EnumerateArray());
        using var foreign = await AgencyAsync("case-officer");
        Assert.DoesNotContain("JH058", foreign.RootElement.GetProperty("officers").EnumerateArray().Select(officer => officer.GetProperty("id").GetString()));
    }

    private async Task<JsonDocument> AgencyAsync(string name)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = web.Address };
        await SignInTests.SignInAsync(client, name, DemoUsers.Password);
        return JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/me/agency", UriKind.Relative), TestContext.Current.CancellationToken));
    }
}
