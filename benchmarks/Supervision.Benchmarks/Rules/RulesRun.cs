using System.Globalization;
using System.Runtime.CompilerServices;
using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Benchmarks.Rules;

/// <summary>
/// Decisions a CPU-second, median of five, one core: the same method as benchmarks/peers/rules, so that both can be read together.
/// </summary>
internal static class RulesRun
{
    public static int Run()
    {
        var cases = PeerTable.Cases();
        int[] expected = [.. cases.Select(PeerTable.Expected)];
        var table = PeerTable.Create();
        var typed = new BoundTable<PeerCase>(table, PeerTable.Find);
        Measure("table, typed facts", 2_000_000, count => Sum(count, at => typed.Decide(cases[at]).Number - 1));

        var facts = Array.ConvertAll(cases, one => new Dictionary<string, RuleValue>(StringComparer.Ordinal)
        {
            ["points"] = RuleValue.Of(one.Points), ["months"] = RuleValue.Of((decimal)one.Months),
            ["risk"] = RuleValue.Of(one.Risk), ["repaired"] = RuleValue.Of(one.IsRepaired),
        });
        var byName = new BoundTable<Dictionary<string, RuleValue>>(table, name => known => known[name]);
        Measure("table, dictionary facts", 2_000_000, count => Sum(count, at => byName.Decide(facts[at]).Number - 1));
        var batch = new TableBatch(new TableDecision(table, [FactType.Text, FactType.Number]));
        var columns = PeerTable.Columns(cases);
        var rows = new int[cases.Length];
        Measure("table, columnar batch", 4_000_000, count =>
        {
            var sum = 0L;
            for (var i = 0; i < count; i += cases.Length)
            {
                batch.Decide(columns, rows);
                foreach (var row in rows)
                {
                    sum += row - 1;
                }
            }

            return sum;
        });
        Measure("table, with an explanation to be read later", 1_000_000, count => Sum(count, at =>
        {
            var row = typed.Decide(cases[at]);
            var why = TableExplanation.Of(table, row, typed.Inputs(cases[at]));
            return row.Number - 1 + why.Because.Count - table.Rows.Length;
        }));
        Measure("table, with the explanation of every row", 100_000, count => Sum(count, at =>
        {
            var row = typed.Decide(cases[at]);
            var why = TableExplanation.Of(table, row, typed.Inputs(cases[at]));
            return row.Number - 1 + (why.Because[^1].Text.Arguments.Count > 0 ? 0 : 1);
        }));
        var pack = LedgerPack.Bytes();
        Measure("pack of three tables and two ledgers, loaded and checked", 2_000, count =>
        {
            var rows = 0L;
            for (var i = 0; i < count; i++)
            {
                rows += RulePackLoader.Load("bench.yaml", pack).Decisions.Count + PeerTable.Create().Rows.Length - 3;
            }

            return rows;
        }, isDecision: false);
        Measure("table, made and indexed", 2_000, count =>
        {
            var rows = 0L;
            for (var i = 0; i < count; i++)
            {
                rows += PeerTable.Create().Rows.Length;
            }

            return rows;
        }, isDecision: false);
        return 0;

        void Measure(string name, int count, Func<int, long> decide, bool isDecision = true)
        {
            var wanted = isDecision ? Sum(count, at => expected[at]) : count * (long)expected.Max() + count;
            var rate = CpuRate.Median(name, count, decide, wanted);
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{rate:0}"));
        }
    }

    // The loop of a measurement is called too seldom to be compiled well by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Sum(int count, Func<int, int> row)
    {
        var sum = 0L;
        for (int i = 0, at = 0; i < count; i++, at = at == 999 ? 0 : at + 1)
        {
            sum += row(at);
        }

        return sum;
    }
}
