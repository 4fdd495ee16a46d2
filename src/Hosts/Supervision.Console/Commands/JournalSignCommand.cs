using System.CommandLine;
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
        return factory.Verb("journal.sign", RunAsync, key, file);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            using var secret = await HeadFiles.KeyAsync(run.Arguments.GetRequiredValue(key), cancellationToken);
            if (secret is null)
            {
                run.Talk.Warn("journal.key.wrong", run.Arguments.GetRequiredValue(key));
                return ExitCode.Failed;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var verified = await services.RunAsync<IJournalReader, Outcome<JournalHead>>(
                journal => JournalAudit.VerifyAsync(journal, cancellationToken));
            if (!verified.TryGet(out var head, out var refusal))
            {
                run.Talk.Refuse(refusal);
                return ExitCode.ProblemsFound;
            }

            var now = await services.RunAsync<AuthorityClock, DateTimeOffset>(clock => Task.FromResult(clock.Now));
            var signed = SignedHead.Sign(run.Actor.AgencyId, now, head, secret);
            var path = run.Arguments.GetRequiredValue(file);
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
}
