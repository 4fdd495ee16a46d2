using System.CommandLine;
using System.Globalization;
using System.Text;
using Supervision.Audit;
using Supervision.Console.Journals;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Verifies the journal and signs its head, to be put where the operator cannot take it back.</summary>
internal static class JournalSignCommand
{
    public static Command Create(CommandFactory factory)
    {
        var key = new Option<string>("--key") { HelpName = "FILE", Required = true };
        var file = new Option<string>("--out") { HelpName = "FILE", DefaultValueFactory = _ => "journal-head.json" };
        var daily = new Option<string?>("--daily") { HelpName = "FOLDER" };
        return factory.Verb("journal.sign", RunAsync, key, file, daily);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            using var secret = await HeadFiles.KeyAsync(run, run.Arguments.GetRequiredValue(key), cancellationToken);
            if (secret is null)
            {
                return ExitCode.Failed;
            }

            // A new head must go on from those that stand in the folder: each was signed by this key, and the journal passes through it.
            var folder = run.Arguments.GetValue(daily);
            if (await EarlierAsync(run, folder, secret, cancellationToken) is not { } earlier)
            {
                return ExitCode.ProblemsFound;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var verified = await services.RunAsync<IJournalReader, Outcome<JournalHead>>(
                journal => JournalAudit.VerifyAsync(journal, earlier, cancellationToken));
            if (!verified.TryGet(out var head, out var refusal))
            {
                run.Talk.Refuse(refusal);
                return ExitCode.ProblemsFound;
            }

            var now = await services.RunAsync<AuthorityClock, DateTimeOffset>(clock => Task.FromResult(clock.Now));
            var signed = SignedHead.Sign(run.Actor.AgencyId, now, head, secret);
            var path = folder is null
                ? run.Arguments.GetRequiredValue(file)
                : Path.Combine(folder, now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json");
            await WholeFile.WriteAsync(path, async stream =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(signed.ToJson() + "\n"), cancellationToken);
                return path;
            });
            run.Output.Show(
                json =>
                {
                    json.WriteString("file", path);
                    json.WriteNumber("size", head.Size);
                    json.WriteString("root", head.Root.ToString());
                    json.WriteString("key", signed.KeyId.ToString());
                },
                output => output.Line(run.Texts.Format("journal.sign.done", path, head.Size, head.Root)));
            return ExitCode.Ok;
        }
    }

    private static async Task<List<JournalHead>?> EarlierAsync(
        CommandRun run, string? folder, HeadKey key, CancellationToken cancellationToken)
    {
        var earlier = new List<JournalHead>();
        if (folder is null)
        {
            return earlier;
        }

        Directory.CreateDirectory(folder);
        foreach (var path in HeadFiles.In(folder))
        {
            if (await JournalVerifyCommand.WitnessAsync(run, path, key, cancellationToken) is not { } head)
            {
                return null;
            }

            earlier.Add(head);
        }

        return earlier;
    }
}
