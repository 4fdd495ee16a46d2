using System.Xml.Linq;
using Supervision.Architecture.Tests.Offenders;

namespace Supervision.Architecture.Tests;

/// <summary>No clock, no chance, no culture of the machine in Core and Rules: by build setting, and in what was built.</summary>
public sealed class BannedSymbolsTests
{
    private static readonly string[] s_mustBeBanned =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now",
        "System.DateTimeOffset.UtcNow", "System.TimeProvider.System", "System.Random", "System.Guid.NewGuid",
        "System.TimeZoneInfo.Local", "System.Globalization.CultureInfo.CurrentCulture",
    ];

    [Theory]
    [InlineData("Supervision.Core")]
    [InlineData("Supervision.Rules")]
    public void Project_HandsTheListToTheAnalyzer(string project) =>
        Expect.Nothing(Gaps(Repository.Project("src", project, project + ".csproj")));

    [Theory]
    [InlineData("Supervision.Core")]
    [InlineData("Supervision.Rules")]
    public void Assembly_UsesNothingThatIsBanned(string project) =>
        Expect.Nothing(Used(CompiledAssembly.Named(project)));

    [Fact]
    public void List_HoldsClocksChanceAndCulture() =>
        Expect.Nothing(s_mustBeBanned.Except(Banned().Select(line => line.Name), StringComparer.Ordinal));

    [Fact]
    public void Gaps_GivenAProjectWithoutTheList_NamesThem()
    {
        var silenced = XDocument.Parse("<Project><PropertyGroup><NoWarn>$(NoWarn);RS0030</NoWarn></PropertyGroup></Project>");
        Assert.Equal(["AdditionalFiles BannedSymbols.txt", "BannedApiAnalyzers", "RS0030 is silenced"], Gaps(silenced));
    }

    [Fact]
    public void Used_GivenATypeThatReadsClockAndDice_NamesThem()
    {
        Assert.NotEmpty(ReadsTheClock.Name());
        Assert.Equal(
            ["System.DateTime.UtcNow", "System.Guid.NewGuid", "System.Random"],
            Used(CompiledAssembly.OfOffenders).Where(name => !name.Contains("Globalization", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> Gaps(XDocument project)
    {
        var gaps = new List<string>();
        if (!project.Descendants("AdditionalFiles").Any(file => Path.GetFileName(file.Attribute("Include")!.Value) == "BannedSymbols.txt"))
        {
            gaps.Add("AdditionalFiles BannedSymbols.txt");
        }

        if (!project.Descendants("PackageReference").Any(p => p.Attribute("Include")!.Value.EndsWith("BannedApiAnalyzers", StringComparison.Ordinal)))
        {
            gaps.Add("BannedApiAnalyzers");
        }

        if (project.ToString().Contains("RS0030", StringComparison.Ordinal))
        {
            gaps.Add("RS0030 is silenced");
        }

        return gaps;
    }

    private static IReadOnlyList<string> Used(CompiledAssembly assembly)
    {
        var types = assembly.ReferencedTypes.Select(type => type.Type).ToHashSet(StringComparer.Ordinal);
        var members = assembly.ReferencedMembers.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from banned in Banned()
               where banned.Kind == 'T' ? types.Contains(banned.Name) : members.Contains(Accessor(banned.Kind, banned.Name))
               orderby banned.Name
               select banned.Name,
        ];
    }

    private static string Accessor(char kind, string name)
    {
        var dot = name.LastIndexOf('.');
        return kind == 'P' ? $"{name[..dot]}.get_{name[(dot + 1)..]}" : name;
    }

    // "P:System.DateTime.Now;Why" -> kind and name, without the parameter list of a method.
    private static IEnumerable<(char Kind, string Name)> Banned() =>
        from line in Repository.Read("BannedSymbols.txt").Split('\n')
        where line.Length > 2 && line[1] == ':'
        select (line[0], line[2..].Split(';', '(')[0].Trim());
}
