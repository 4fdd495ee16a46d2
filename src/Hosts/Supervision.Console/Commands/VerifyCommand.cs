using System.CommandLine;
using Supervision.Console.Draws;
using Supervision.Console.Shell;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>Recomputes a published draw from its files alone: no database, no trust in who published it.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandFactory factory)
    {
        var folder = new Argument<string>("FOLDER");
        return factory.Verb("verify", RunAsync, folder);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(folder);
            if (!Directory.Exists(path))
            {
                run.Talk.Warn("verify.nofolder", path);
                return ExitCode.Failed;
            }

            var report = await run.Talk.WaitAsync("verify.progress", () => Task.FromResult(new BundleFolder(path).Verify()));
            Show(run, report);
            return report.IsVerified || report.IsPartial ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    public static void Show(CommandRun run, VerificationReport report) => run.Output.Show(
        json =>
        {
            json.WriteBoolean("verified", report.IsVerified);
            json.WriteString("reason", report.Primary?.Name);
            json.WriteBoolean("partial", report.IsPartial);
            json.WriteBoolean("hasMatching", report.HasMatching);
            json.WriteStartArray("checks");
            foreach (var check in report.Checks)
            {
                json.WriteStartObject();
                json.WriteString("name", check.Name);
                json.WriteString("status", Word(check.Status));
                json.WriteString("expected", check.Expected);
                json.WriteString("actual", check.Actual);
                json.WriteString("text", check.Text.In(run.Texts.Culture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output =>
        {
            output.Table(
                [run.Texts["column.check"], run.Texts["column.result"], run.Texts["column.text"]],
                report.Checks.Select(check => (IReadOnlyList<string>)
                [
                    check.Name, run.Texts["verify." + Word(check.Status)], check.Text.In(run.Texts.Culture),
                ]));
            output.Line(report.Primary is { } primary
                ? run.Texts.Format("verify.refused", primary.Name, primary.Text.In(run.Texts.Culture))
                : report.IsPartial ? run.Texts["verify.partial"]
                : run.Texts[report.HasMatching ? "verify.accepted" : "verify.accepted.subjects"]);
        });

    private static string Word(VerificationStatus status) => status switch
    {
        VerificationStatus.Passed => "passed",
        VerificationStatus.Failed => "failed",
        VerificationStatus.Withheld => "withheld",
        _ => "notRun",
    };
}
