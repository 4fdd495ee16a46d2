using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.DecisionSupport;

namespace Supervision.Console.Commands;

/// <summary>Indicators over time, by agency and by area, each rate with both its counts.</summary>
internal static class IndicatorsCommand
{
    public static Command Create(CommandFactory factory)
    {
        var codes = new Argument<string[]>("CODE") { Arity = ArgumentArity.ZeroOrMore };
        var from = new Option<DateOnly>("--from") { HelpName = "DATE", Required = true };
        var to = new Option<DateOnly>("--to") { HelpName = "DATE", Required = true };
        var grain = new Option<IndicatorGrain>("--by") { HelpName = "month|quarter|year", DefaultValueFactory = _ => IndicatorGrain.Month };
        var area = new Option<string>("--area") { HelpName = "DIVISION", DefaultValueFactory = _ => "" };
        return factory.Verb("indicators", RunAsync, codes, from, to, grain, area);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var request = new IndicatorRequest(run.Arguments.GetValue(from), run.Arguments.GetValue(to))
            {
                Codes = run.Arguments.GetValue(codes) ?? [],
                Grain = run.Arguments.GetValue(grain),
                Area = run.Arguments.GetValue(area) ?? "",
            };
            var results = (await services.RunAsync<ShowIndicators, Outcome<IndicatorResult[]>>(
                use => use.RunAsync(request, cancellationToken))).OrThrow();
            run.Output.Show(json => Write(json, run, results), output => Show(run, output, results));
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, Output output, IndicatorResult[] results)
    {
        foreach (var result in results)
        {
            var definition = result.Definition;
            output.Line(run.Texts.Format("indicators.line", definition.NameIn(run.Texts.Culture), Figure(definition, result.Total), definition.Code));
            output.Table(
                [run.Texts["column.first"], run.Texts["column.last"], run.Texts["column.value"]],
                result.Series.Select(point => (IReadOnlyList<string>)[Iso(point.From), Iso(point.To), Figure(definition, point.Value)]));
            if (result.Agencies.Count + result.Areas.Count > 0)
            {
                output.Table(
                    [run.Texts["column.rank"], run.Texts["column.where"], run.Texts["column.value"]],
                    result.Agencies.Select(row => Row(definition, row, row.Key)).Concat(result.Areas.Select(row => Row(definition, row, DivisionNames.Of(row.Key)))));
            }

            foreach (var warning in result.Warnings)
            {
                output.Line(run.Texts.Format(
                    "indicators.warning", warning.Key.Length == 0 ? run.Texts["indicators.whole"] : warning.IsArea ? DivisionNames.Of(warning.Key) : warning.Key, Figure(definition, warning.Value),
                    Number(definition, warning.Target.Value), warning.Target.Source));
            }

            output.Line("");
        }
    }

    private static void Write(Utf8JsonWriter json, CommandRun run, IndicatorResult[] results)
    {
        json.WriteString("definitions", results.Length == 0 ? null : results[0].SetHash);
        json.WriteRows("indicators", results, result =>
        {
            json.WriteString("code", result.Definition.Code);
            json.WriteString("name", result.Definition.NameIn(run.Texts.Culture));
            json.WriteString("asOf", Iso(result.AsOf));
            Write(json, result.Total);
            json.WriteRows("series", result.Series, point =>
            {
                json.WriteString("from", Iso(point.From));
                json.WriteString("to", Iso(point.To));
                Write(json, point.Value);
            });
            json.WriteRows("agencies", result.Agencies, row => Write(json, row));
            json.WriteRows("areas", result.Areas, row => Write(json, row));
            json.WriteRows("warnings", result.Warnings, warning =>
            {
                json.WriteString("key", warning.Key);
                json.WriteBoolean("isArea", warning.IsArea);
                Write(json, warning.Value);
                json.WriteNumber("target", warning.Target.Value);
                json.WriteString("source", warning.Target.Source);
            });
        });
    }

    private static void Write(Utf8JsonWriter json, IndicatorRank row)
    {
        json.WriteString("key", row.Key);
        Write(json, row.Value);
        json.WriteNumberOrNull("rank", (decimal?)row.Rank);
    }

    private static void Write(Utf8JsonWriter json, IndicatorValue value)
    {
        json.WriteNumber("numerator", value.Numerator);
        json.WriteNumber("denominator", value.Denominator);
        json.WriteNumberOrNull("value", value.Quotient is { } quotient ? decimal.Round(quotient, 6) : null);
    }

    private static string Figure(IndicatorDefinition definition, IndicatorValue value) => string.Create(
        CultureInfo.InvariantCulture, $"{(value.Quotient is { } quotient ? Number(definition, quotient) : "-")} ({value.Numerator}/{value.Denominator})");

    private static string Number(IndicatorDefinition definition, decimal value) => definition.Unit == IndicatorUnit.Share
        ? (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %"
        : value.ToString("0.##", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Row(IndicatorDefinition definition, IndicatorRank row, string where) => [Rank(row), where, Figure(definition, row.Value)];

    private static string Rank(IndicatorRank row) => row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
