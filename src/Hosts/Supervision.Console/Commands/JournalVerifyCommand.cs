using System.CommandLine;
using Supervision.Audit;
using Supervision.Console.Journals;
using Supervision.Console.Shell;
using Supervision.Decisions;

namespace Supervision.Console.Commands;

/// <summary>Checks the journal of the database or of an exported file, also against heads that were witnessed earlier.</summary>
internal static class JournalVerifyCommand
{
    public static Command Create(CommandFactory factory)
    {
        var file = new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne };
        var heads = new Option<string[]>("--head") { HelpName = "FILE" };
        var key = new Option<string?>("--key") { HelpName = "FILE" };
        return factory.Verb("journal.verify", RunAsync, file, heads, key);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var witnessed = new List<JournalHead>();
            var keyFile = run.Arguments.GetValue(key);
            using var open = keyFile is null ? null : await HeadFiles.KeyAsync(run, keyFile, cancellationToken);
            if (keyFile is not null && open is null)
            {
                return ExitCode.ProblemsFound;
            }

            foreach (var path in (run.Arguments.GetValue(heads) ?? []).SelectMany(HeadFiles.In))
            {
                if (await WitnessAsync(run, path, open, cancellationToken) is not { } head)
                {
                    return ExitCode.ProblemsFound;
                }

                witnessed.Add(head);
            }

            var name = run.Arguments.GetValue(file);
            if (name is not null && !File.Exists(name))
            {
                run.Talk.Warn("journal.nofile", name);
                return ExitCode.Failed;
            }

            var outcome = await run.Talk.WaitAsync("journal.verify.progress", () => name is null
                ? OfDatabaseAsync(run, witnessed, cancellationToken)
                : OfFileAsync(name, witnessed, cancellationToken));
            Show(run, outcome, witnessed.Count);
            return outcome.IsAccepted ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    /// <summary>The head in a file, or null when it is none or another key signed it; whoever runs the command is told why.</summary>
    internal static async Task<JournalHead?> WitnessAsync(
        CommandRun run, string path, HeadKey? key, CancellationToken cancellationToken)
    {
        if (await HeadFiles.ReadAsync(path, cancellationToken) is not { } read)
        {
            run.Talk.Warn("journal.nofile", path);
            return null;
        }

        if (!read.TryGet(out var signed, out var refusal))
        {
            run.Talk.Refuse(refusal);
            return null;
        }

        if (key is null)
        {
            run.Talk.Warn("journal.unsigned", path);
            return signed.Head;
        }

        if (signed.IsSignedBy(key))
        {
            return signed.Head;
        }

        run.Talk.Warn("journal.signature.wrong", path);
        return null;
    }

    private static async Task<Outcome<JournalHead>> OfFileAsync(
        string name, List<JournalHead> witnessed, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(name);
        return await JournalExport.VerifyAsync(stream, witnessed, cancellationToken);
    }

    private static async Task<Outcome<JournalHead>> OfDatabaseAsync(
        CommandRun run, List<JournalHead> witnessed, CancellationToken cancellationToken)
    {
        await using var services = await run.OpenAsync(cancellationToken);
        return await services.RunAsync<IJournalReader, Outcome<JournalHead>>(
            journal => JournalAudit.VerifyAsync(journal, witnessed, cancellationToken));
    }

    private static void Show(CommandRun run, Outcome<JournalHead> outcome, int witnesses)
    {
        outcome.TryGet(out var head, out var refusal);
        run.Output.Show(
            json =>
            {
                json.WriteBoolean("verified", head is not null);
                json.WriteString("reason", refusal?.Code);
                json.WriteString("text", refusal?.Message.In(run.Texts.Culture));
                json.WriteString("root", head?.Root.ToString());
                json.WriteNumber("witnesses", witnesses);
            },
            output => output.Line(head is null
                ? refusal!.In(run.Texts.Culture)
                : run.Texts.Format("journal.verify.done", head.Size, head.Root, witnesses)));
    }
}
