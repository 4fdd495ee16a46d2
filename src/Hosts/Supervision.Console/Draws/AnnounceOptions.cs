using System.CommandLine;
using System.Security.Cryptography;
using Supervision.Console.Shell;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Console.Draws;

/// <summary>What an announcement says besides plan and frame.</summary>
internal sealed class AnnounceOptions
{
    public Option<string?> Seed { get; } = new("--seed") { HelpName = "TEXT" };

    public Option<string[]> Beacon { get; } = new("--beacon") { HelpName = "\"SOURCE CHAIN ROUND\"" };

    public Option<string[]> Commit { get; } = new("--commit") { HelpName = "HEX" };

    public Option<string[]> Party { get; } = new("--party") { HelpName = "NAME" };

    public Option<bool> Sealed { get; } = new("--sealed");

    public Option<bool> Salted { get; } = new("--salted");

    public Option<string?> Exclude { get; } = new("--exclude") { HelpName = "FILE.csv" };

    public Option<string> HashName { get; } = DrawOptions.HashOption();

    public Symbol[] All => [Seed, Beacon, Commit, Party, Sealed, Salted, Exclude, HashName];

    /// <summary>Notice and secrets, those of other parties null; or null with the mistake said.</summary>
    public (DrawNotice Notice, IReadOnlyList<byte[]?> Secrets)? Read(CommandRun run, string draw)
    {
        var kind = DrawOptions.KindOf(run.Arguments.GetRequiredValue(HashName));
        if (run.Arguments.GetValue(Seed) is { Length: > 0 } text)
        {
            var demonstration = DemoInputs.ForSubjects(text, draw, kind);
            return (demonstration.Notice, demonstration.Reveal.Secrets);
        }

        var rounds = new List<BeaconRound>();
        foreach (var beacon in run.Arguments.GetValue(Beacon) ?? [])
        {
            if (!BeaconRound.TryParse(beacon, out var round))
            {
                run.Talk.Warn("announce.inputs.wrong", beacon);
                return null;
            }

            rounds.Add(round);
        }

        var commitments = new List<Digest>();
        foreach (var commitment in run.Arguments.GetValue(Commit) ?? [])
        {
            if (!Digest.TryParse(commitment, out var digest))
            {
                run.Talk.Warn("announce.inputs.wrong", commitment);
                return null;
            }

            commitments.Add(digest);
        }

        var parties = run.Arguments.GetValue(Party) ?? [];
        if (rounds.Count == 0 || (parties.Length > 0 && parties.Length != commitments.Count + 1))
        {
            run.Talk.Warn("announce.inputs.missing");
            return null;
        }

        var secret = RandomNumberGenerator.GetBytes(Commitment.SecretSize);
        var notice = new DrawNotice
        {
            HashKind = kind,
            Beacons = rounds,
            Commitments = [Commitment.Of(kind, secret), .. commitments],
            Parties = parties,
            SecretRule = "If a party withholds its secret the draw is void and is repeated under the next number; the party is named.",
        };
        return (notice, [secret, .. commitments.Select(_ => (byte[]?)null)]);
    }
}
