using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>Recomputes a published draw from its files alone: no database, no trust in who published it.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandFactory factory)
    {
        var folder = new Argument<string>("FOLDER");
        var log = new Option<string?>("--log") { HelpName = "FILE" };
        return factory.Verb("verify", RunAsync, folder, log);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(folder);
            if (File.Exists(path))
            {
                return VerifyProof(run, path);
            }

            if (!Directory.Exists(path))
            {
                run.Talk.Warn("verify.nofolder", path);
                return ExitCode.Failed;
            }

            AnnouncementLog? announcements = null;
            if (run.Arguments.GetValue(log) is { } file)
            {
                using var stream = File.OpenRead(file);
                if (!AnnouncementLog.Read(stream).TryGet(out announcements, out var refusal))
                {
                    return run.Talk.Refuse(refusal);
                }
            }

            var report = await run.Talk.WaitAsync("verify.progress", () => Task.FromResult(new BundleFolder(path).Verify(announcements)));
            Show(run, report);
            return report.IsVerified || report.IsPartial ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    // One subject's own file: what it says about itself, checked without the frame.
    private static ExitCode VerifyProof(CommandRun run, string path)
    {
        using (var stream = File.OpenRead(path))
        {
            if (AbsenceProof.Read(stream).TryGet(out var absence, out _))
            {
                var holds = absence.Verify();
                run.Output.Show(
                    json =>
                    {
                        json.WriteBoolean("verified", holds);
                        json.WriteString("subject", absence.Id);
                        json.WriteBoolean("inFrame", false);
                        json.WriteString("announcement", absence.Announcement.Hash.ToString());
                    },
                    output => output.Line(run.Texts.Format(
                        holds ? "verify.absent" : "verify.absent.not", absence.Id, absence.Announcement.Hash.ToString())));
                return holds ? ExitCode.Ok : ExitCode.ProblemsFound;
            }
        }

        using var again = File.OpenRead(path);
        if (!SubjectProof.Read(again).TryGet(out var proof, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        var report = proof.Verify();
        var key = report.Primary is not null ? "verify.subject.refused"
            : proof.IsDrawn switch { true => "verify.subject.drawn", false => "verify.subject.notdrawn", null => "verify.subject.sealed" };
        Show(run, report, run.Texts.Format(key, proof.Entry.Record.Id, proof.Announcement.Hash.ToString()));
        return report.Primary is null ? ExitCode.Ok : ExitCode.ProblemsFound;
    }

    public static void Show(CommandRun run, VerificationReport report, string? verdict = null) => run.Output.Show(
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
            output.Line(verdict ?? (report.Primary is { } primary
                ? run.Texts.Format("verify.refused", primary.Name, primary.Text.In(run.Texts.Culture))
                : report.IsPartial ? run.Texts["verify.partial"]
                : run.Texts[report.HasMatching ? "verify.accepted" : "verify.accepted.subjects"]));
        });

    private static string Word(VerificationStatus status) => status switch
    {
        VerificationStatus.Passed => "passed",
        VerificationStatus.Failed => "failed",
        VerificationStatus.Withheld => "withheld",
        _ => "notRun",
    };
}
