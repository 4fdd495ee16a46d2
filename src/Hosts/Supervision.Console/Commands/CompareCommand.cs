using System.CommandLine;
using System.Globalization;
using Supervision.Comparison;
using Supervision.Console.Data;
using Supervision.Console.Import;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Compares supervision data with a platform's shops and with delivery data. Needs no database; a person must look before anything follows.</summary>
internal static class CompareCommand
{
    public static Command Create(CommandFactory factory)
    {
        var supervised = new Argument<string>("SUPERVISED");
        var platform = new Argument<string>("PLATFORM");
        var delivery = new Argument<string>("DELIVERY");
        var policy = new Option<string?>("--policy") { HelpName = "FILE" };
        var asOf = new Option<string?>("--as-of") { HelpName = "DATE" };
        return factory.Verb("compare", RunAsync, supervised, platform, delivery, policy, asOf);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var day = new AuthorityClock(TimeProvider.System, AuthorityClock.ChinaStandardTime).Today;
            if (run.Arguments.GetValue(asOf) is { } text
                && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                return run.Talk.Refuse(Refusal.Of("SUP1044", text, "yyyy-MM-dd"));
            }

            var known = ComparisonPolicy.Shipped;
            if (run.Arguments.GetValue(policy) is { } path)
            {
                using var reader = TextFile.Decode(TextFile.Open(path));
                known = ComparisonPolicy.Parse(await reader.ReadToEndAsync(cancellationToken)).OrThrow();
            }

            var result = await run.Talk.WaitAsync("compare.progress", () => Task.FromResult(new ThreeWayComparison(known).Run(
                "compare", ComparedFile.Read(run.Arguments.GetRequiredValue(supervised)), ComparedFile.Read(run.Arguments.GetRequiredValue(platform)),
                ComparedFile.Read(run.Arguments.GetRequiredValue(delivery)), day)));
            Show(run, result);
            return result.Findings.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    private static void Show(CommandRun run, ComparisonResult result) => run.Output.Show(
        json =>
        {
            json.WriteNumber("supervised", result.Supervised);
            json.WriteNumber("compared", result.Compared);
            json.WriteNumber("matched", result.Matched);
            json.WriteStartArray("findings");
            foreach (var finding in result.Findings)
            {
                json.WriteStartObject();
                json.WriteString("id", finding.Id);
                json.WriteString("kind", finding.Kind.ToString());
                json.WriteStartArray("listings");
                foreach (var listing in finding.Listings)
                {
                    json.WriteStringValue($"{listing.Side}/{listing.Id}");
                }

                json.WriteEndArray();
                json.WriteString("match", finding.Match?.Id);
                json.WriteString("by", finding.Match?.Basis.ToString());
                json.WriteNumber("confidence", finding.Confidence / 1000m);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output =>
        {
            output.Line(run.Texts.Format("compare.done", result.Supervised, result.Compared, result.Matched, result.Findings.Count));
            output.Table(
                [run.Texts["column.compared"], run.Texts["column.listing"], run.Texts["column.match"], run.Texts["column.confidence"]],
                result.Findings.Select(finding => (IReadOnlyList<string>)
                [
                    run.Texts[$"compare.kind.{finding.Kind}"], string.Join(", ", finding.Listings.Select(listing => $"{listing.Side}/{listing.Id}")),
                    finding.Match?.Id ?? "-", (finding.Confidence / 1000m).ToString("0.000", CultureInfo.InvariantCulture),
                ]));
        });
}
