using Supervision.Audit;
using Supervision.Web.Pages.Bureau;

namespace Supervision.Web.Tests;

/// <summary>What somebody may act on comes first in the navigation; nothing is out of reach.</summary>
public sealed class BureauPlacesTests
{
    [Theory]
    [InlineData(Roles.Drawer, "/bureau", "/bureau/subjects", "/bureau/draws")]
    [InlineData(Roles.CaseOfficer, "/bureau", "/bureau/cases", "/bureau/subjects", "/bureau/events")]
    [InlineData(Roles.RuleAuthor, "/bureau", "/bureau/subjects", "/bureau/rules")]
    [InlineData(Roles.Auditor, "/bureau", "/bureau/subjects", "/bureau/indicators", "/bureau/journal")]
    [InlineData(Roles.None, "/bureau", "/bureau/subjects")]
    public void ThePlacesOfARole_ComeFirst(Roles roles, params string[] places) => Assert.Equal(places, BureauPlaces.Of(roles).Own.Select(place => place.Path));

    [Fact]
    public void EveryPlace_IsReached_ByEverybody()
    {
        var all = BureauPlaces.Of(Roles.All);
        Assert.Empty(all.Others);
        foreach (var role in Enum.GetValues<Roles>())
        {
            var (own, others) = BureauPlaces.Of(role);
            Assert.Equal(all.Own.Order(), own.Concat(others).Order());
        }
    }
}
