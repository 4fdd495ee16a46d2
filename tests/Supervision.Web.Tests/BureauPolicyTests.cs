using Microsoft.Extensions.DependencyInjection;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Lists;

namespace Supervision.Web.Tests;

/// <summary>Policies of the bureau's own, given to the web host as files: what the console goes by must be what the pages go by.</summary>
public sealed class BureauPolicyTests
{
    private const string Categories = """{"source": "本中心", "categories": [{"code": "own", "name": "自拟", "field": "market"}]}""";
    private const string Lists = """{"grounds": [{"kind": "WageArrears", "id": "own-line", "text": "拖欠", "law": "条例", "article": "", "from": "2026-01-01", "source": "own"}]}""";

    [Fact]
    public void Files_OfTheBureau_TakeThePlaceOfThoseThatShip()
    {
        using var files = new Files();
        using var host = new BureauHost { More = [("Supervision:EventCategories", files.Write("c.json", Categories)), ("Supervision:ListPolicy", files.Write("l.json", Lists))] };
        Assert.Equal(["own"], host.Services.GetRequiredService<EventCategories>().All.Select(category => category.Code));
        Assert.Equal(["own-line"], host.Services.GetRequiredService<ListPolicy>().GroundsOn(new(2026, 11, 26)).Select(ground => ground.Id));
    }

    [Fact]
    public void AFileWithAFault_KeepsTheHostFromStarting_AndSaysWhichRow()
    {
        using var files = new Files();
        using var host = new BureauHost { More = [("Supervision:EventCategories", files.Write("c.json", Categories.Replace("market", " ", StringComparison.Ordinal)))] };
        var refused = Assert.Throws<RefusedException>(() => host.Services);
        Assert.Equal("SUP3176", refused.Refusal.Code);
        Assert.Contains("row 1: 'field' is missing", refused.Message, StringComparison.Ordinal);
    }

    private sealed class Files : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("supervision-policies-").FullName;

        public string Write(string name, string text)
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
