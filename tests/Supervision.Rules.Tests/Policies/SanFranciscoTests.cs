using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;
using Supervision.Tests;

namespace Supervision.Rules.Tests.Policies;

/// <summary>Real inspections of 2014 to 2017: how many printed scores the pack gives. The data's README says 13,535 of 13,782.</summary>
public sealed class SanFranciscoTests
{
    private static readonly SubjectPolicy s_policy = new(
        new RulePackRegistry([RulePackLoader.LoadForPublication("p", File.ReadAllBytes(Path.Combine(Samples.Folder, "san-francisco-food-score-2014.yaml")))]),
        "san-francisco-food-score");

    [Fact]
    public void Decide_TheScoredRoutineInspections_GivesThePrintedScoreOf13535()
    {
        var categories = Rows("violation-types.csv").Where(row => row["risk_category"].Length > 0)
            .ToDictionary(row => row["violation_type_id"], row => row["risk_category"], StringComparer.Ordinal);
        var found = Rows("violations.csv").ToLookup(row => (row["business_id"], row["date"]), row => row["violation_type_id"]);
        var (scored, exact, withoutRows, moreLost, fewerLost) = (0, 0, 0, 0, 0);
        foreach (var row in Rows("inspections.csv").Where(row => row["score"].Length > 0))
        {
            var types = found[(row["business_id"], row["date"])].Where(categories.ContainsKey).ToList();
            var on = DateOnly.ParseExact(row["date"], "yyyyMMdd");
            var happened = new PolicyEvent("i", "Inspected", on, 0, Fact.Record(("violations", Fact.List(
                [.. types.Select(type => Fact.Record(("category", Fact.Of(categories[type]))))]))));
            var decision = s_policy.Decide(new SubjectHistory(row["business_id"], [happened]), on);
            var printed = decimal.Parse(row["score"]);
            var score = decision.Ledgers[0].Active;
            scored++;
            exact += score == printed ? 1 : 0;
            withoutRows += score != printed && types.Count == 0 ? 1 : 0;
            moreLost += types.Count > 0 && printed < score ? 1 : 0;
            fewerLost += types.Count > 0 && printed > score ? 1 : 0;
        }

        Assert.Equal((13782, 13535), (scored, exact));
        Assert.Equal(247, withoutRows + moreLost + fewerLost);
        Assert.Equal(132, withoutRows);
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadLines(SharedData.PathTo("data", "inspections", "sf-2014-2017", file)).Select(Cells).ToList();
        return lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First.Trim('\ufeff'), pair => pair.Second, StringComparer.Ordinal));
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var sign in line)
        {
            if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (sign == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
