using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Supervision.Comparison;
using Supervision.Console.Data;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Compares supervision data with a platform's shops and with delivery data. Needs no database unless it is to be kept; a person must look before anything follows.</summary>
internal static class CompareCommand
{
    private const int MostRowsTold = 20;

    /// <summary>The command, with verbs of its own below it.</summary>
    public static Command Create(CommandFactory factory, params Command[] verbs)
    {
        var supervised = new Argument<string>("SUPERVISED");
        var platform = new Argument<string>("PLATFORM");
        var delivery = new Argument<string>("DELIVERY");
        var policy = new Option<string?>("--policy") { HelpName = "FILE" };
        var asOf = new Option<string?>("--as-of") { HelpName = "DATE" };
        var save = new Option<string?>("--save") { HelpName = "ID" };
        var command = factory.Verb("compare", RunAsync, supervised, platform, delivery, policy, asOf, save);
        foreach (var verb in verbs)
        {
            command.Subcommands.Add(verb);
        }

        return command;

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var day = new AuthorityClock(run.Time, AuthorityClock.ChinaStandardTime).Today;
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

            var id = run.Arguments.GetValue(save);
            ComparedFile[] files = [];
            var result = await run.Talk.WaitAsync("compare.progress", () =>
            {
                files = [.. new[] { supervised, platform, delivery }.Select(file => ComparedFile.Read(run.Arguments.GetRequiredValue(file)))];
                return Task.FromResult(new ThreeWayComparison(known).Run(id ?? "compare", files[0].Records, files[1].Records, files[2].Records, day));
            });
            if (id is not null)
            {
                await using var services = await run.BeginAsync(cancellationToken);
                (await services.RunAsync<SaveComparison, Outcome<ComparisonRun>>(
                    use => use.RunAsync(id, result, known, day, run.Actor, cancellationToken))).OrThrow();
            }

            Show(run, result, [.. files.SelectMany(file => file.Rejected.Select(row => (file.Path, row.Row, row.Reason)))], id);
            return result.Findings.Count == 0 && files.All(file => file.Rejected.Count == 0) ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    private static void Show(
        CommandRun run, ComparisonResult result, IReadOnlyList<(string File, long Row, Refusal Reason)> rejected, string? saved)
    {
        foreach (var (file, row, reason) in rejected.Take(MostRowsTold))
        {
            run.Talk.Warn("compare.rejected", file, row, $"{reason.Code}: {reason.In(run.Texts.Culture)}");
        }

        if (rejected.Count > MostRowsTold)
        {
            run.Talk.Warn("compare.rejected.more", rejected.Count - MostRowsTold);
        }

        run.Output.Show(json => Write(json, run, result, rejected, saved), output => Show(run, output, result, saved));
    }

    private static void Write(
        Utf8JsonWriter json, CommandRun run, ComparisonResult result, IReadOnlyList<(string File, long Row, Refusal Reason)> rejected, string? saved)
    {
        json.WriteNumber("supervised", result.Supervised);
        json.WriteNumber("compared", result.Compared);
        json.WriteNumber("matched", result.Matched);
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            json.WriteStartObject();
            Write(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rejected");
        foreach (var (file, row, reason) in rejected)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteNumber("row", row);
            json.WriteString("code", reason.Code);
            json.WriteString("text", reason.In(run.Texts.Culture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("saved", saved);
    }

    /// <summary>The members of a finding.</summary>
    public static void Write(Utf8JsonWriter json, ComparisonFinding finding)
    {
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
    }

    private static void Show(CommandRun run, Output output, ComparisonResult result, string? saved)
    {
        output.Line(run.Texts.Format("compare.done", result.Supervised, result.Compared, result.Matched, result.Findings.Count));
        output.Table(
            [run.Texts["column.compared"], run.Texts["column.listing"], run.Texts["column.match"], run.Texts["column.confidence"]],
            result.Findings.Select(finding => Row(run, finding)));
        if (saved is not null)
        {
            output.Line(run.Texts.Format("compare.saved", saved));
        }
    }

    /// <summary>The columns of a finding: kind, listings, match, confidence.</summary>
    public static IReadOnlyList<string> Row(CommandRun run, ComparisonFinding finding) =>
    [
        run.Texts[$"compare.kind.{finding.Kind}"], string.Join(", ", finding.Listings.Select(listing => $"{run.Texts.Word(listing.Side)}/{listing.Id}")),
        finding.Match?.Id ?? "-", (finding.Confidence / 1000m).ToString("0.000", CultureInfo.InvariantCulture),
    ];
}
