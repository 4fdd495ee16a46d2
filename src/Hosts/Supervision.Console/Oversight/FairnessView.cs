using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.DecisionSupport;

namespace Supervision.Console.Oversight;

/// <summary>What the audits have in common: how unlikely is suspicious, and how a test and its probability are written.</summary>
internal static class FairnessView
{
    public static Option<double> Significance() => new("--significance") { HelpName = "P", DefaultValueFactory = _ => 0.01 };

    /// <summary>The level that was asked for; says what is wrong with it and answers false when it is none.</summary>
    public static bool TryLevel(CommandRun run, Option<double> significance, out double level)
    {
        level = run.Arguments.GetValue(significance);
        if (level is > 0 and < 1)
        {
            return true;
        }

        run.Talk.Warn("audit.level");
        return false;
    }

    /// <summary>A line for the test, and one for each of its groups.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(CommandRun run, FairnessTest test)
    {
        yield return [Name(run, test), "", "", "", "", Probability(test.PValue)];
        foreach (var row in test.Rows)
        {
            yield return
            [
                "", row.Group, row.Eligible.ToString(CultureInfo.InvariantCulture),
                row.Expected.ToString("0.0", CultureInfo.InvariantCulture), row.Drawn.ToString(CultureInfo.InvariantCulture),
                Probability(row.PValue),
            ];
        }
    }

    public static string Name(CommandRun run, FairnessTest test) =>
        run.Texts.Format($"audit.{JsonNamingPolicy.CamelCase.ConvertName(test.Kind.ToString())}", test.Attribute);

    public static string Probability(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";
}
