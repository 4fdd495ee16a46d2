using System.Text.Json;
using System.Text.RegularExpressions;
using Supervision.Audit;
using Supervision.Cases;

namespace Supervision.Architecture.Tests;

// Goal: a duty that is separated in words only separates nothing. Each act that SeparatedDuty names is the type of a record that a
// use case writes; that each pair is kept is the business of the contract suite of the stores.
public sealed partial class SeparatedDutyTests
{
    [Fact]
    public void All_EveryAct_IsJournalledBySomeUseCase() => Expect.Nothing(NotJournalled(SeparatedDuty.All));

    [Fact]
    public void NotJournalled_GivenAnActOfNobody_NamesIt() => Assert.Equal(
        ["case.filed", "hearing.chaired"], NotJournalled([new("case.filed", "hearing.chaired"), new("draw.made", "case.pass-review")]));

    private static IEnumerable<string> NotJournalled(IReadOnlyList<SeparatedDuty> duties)
    {
        var journalled = Repository.Sources("*.cs", "src/Supervision.Core")
            .SelectMany(file => Written().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Concat(Enum.GetNames<CaseTrigger>().Select(name => "case." + JsonNamingPolicy.KebabCaseLower.ConvertName(name)))
            .ToHashSet(StringComparer.Ordinal);
        return duties.SelectMany(duty => new[] { duty.First, duty.Second }).Distinct().Where(type => !journalled.Contains(type)).Order(StringComparer.Ordinal);
    }

    // The first argument of a record, or a constant that stands for it.
    [GeneratedRegex(@"(?:new JournalRecord\(\s*|const string \w+ = )""([a-z-]+\.[a-z-]+)""")]
    private static partial Regex Written();
}
