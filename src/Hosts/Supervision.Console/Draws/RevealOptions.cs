using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Sampling;

namespace Supervision.Console.Draws;

/// <summary>What becomes known between announcement and draw: other parties' secrets, and the records of the beacons.</summary>
internal sealed class RevealOptions
{
    public Option<string[]> Secret { get; } = new("--secret") { HelpName = "HEX" };

    public Option<string[]> Record { get; } = new("--record") { HelpName = "FILE" };

    public Symbol[] All => [Secret, Record];

    /// <summary>Secrets and beacon values of an announced draw. SUP4236: something is missing or malformed.</summary>
    public Outcome<DrawReveal> Read(CommandRun run, DrawOptions inputs, Announcement announcement, string id, SecretsFile kept)
    {
        var terms = announcement.Terms;
        var opened = new Queue<string>(run.Arguments.GetValue(Secret) ?? []);
        var secrets = new List<byte[]>();
        foreach (var secret in kept.Secrets)
        {
            if (!HexDigits.TryRead(secret ?? (opened.Count > 0 ? opened.Dequeue() : null), out var bytes))
            {
                return Refusal.Of("SUP4236", "--secret");
            }

            secrets.Add(bytes);
        }

        if (run.Arguments.GetValue(inputs.Seed) is { Length: > 0 } text)
        {
            return new DrawReveal(secrets, DemoInputs.ForSubjects(text, id, terms.HashKind).Reveal.Beacons);
        }

        var records = run.Arguments.GetValue(Record) ?? [];
        if (records.Length == 0 && terms.Beacons.Count == 1 && HexDigits.TryRead(run.Arguments.GetValue(inputs.BeaconValue), out var value))
        {
            return new DrawReveal(secrets, [value]);
        }

        if (records.Length != terms.Beacons.Count)
        {
            return Refusal.Of("SUP4236", "--record");
        }

        var values = new List<byte[]>();
        foreach (var (round, file) in terms.Beacons.Zip(records))
        {
            if (!BeaconSources.For(round).Read(round, File.ReadAllBytes(file)).TryGet(out var read, out var refusal))
            {
                return refusal;
            }

            values.Add(read.Bytes);
        }

        return new DrawReveal(secrets, values);
    }
}
