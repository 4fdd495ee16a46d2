using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The checks that a draw of subjects and a matching share: announcement hash, commitments, seed.</summary>
internal static class SeedVerification
{
    /// <summary>The announcement's bytes against the hashes that the result files state.</summary>
    public static void AnnouncementHash(CheckList checks, string name, Digest? computed, params Digest?[] stated)
    {
        Digest[] known = [.. stated.OfType<Digest>()];
        if (computed is null || known.Length == 0)
        {
            checks.NotRun(name);
            return;
        }

        var other = Array.FindIndex(known, hash => hash != computed);
        checks.Same(name, other < 0 ? computed.Value : known[other], computed.Value);
    }

    /// <summary>The secrets against the commitments, then the seed; gives the recomputed seed, or null.</summary>
    public static Digest? Seed(
        CheckList checks, string prefix, NoticeTerms? terms, PublishedReveal? published, Func<DrawReveal, Digest> derive)
    {
        var (commitments, beacons, seed) = ($"{prefix}commitments", $"{prefix}beacons", $"{prefix}seed");
        if (terms is null || published is null)
        {
            checks.NotRun(commitments, beacons, seed);
            return null;
        }

        var sealedSecret = terms.SealedSecret is { } j && published.Secrets.ElementAtOrDefault(j - 1) is null ? j : 0;
        string[] opened =
        [
            .. published.Secrets.Select((secret, index) => secret is null
                ? index + 1 == sealedSecret ? $"{terms.Commitments[index]}" : "null"
                : secret.Length == Commitment.SecretSize
                    ? $"{Commitment.Of(terms.HashKind, secret)}"
                    : $"{Invariant.Text(secret.Length)} bytes"),
        ];
        checks.NoDifference(commitments, Differences.First(
            [.. terms.Commitments.Select(commitment => $"{commitment}")], opened));

        var usable = published.Beacons.Count == terms.Beacons.Count;
        checks.Same(beacons, terms.Beacons.Count, published.Beacons.Count);
        if (sealedSecret > 0 && published.Seed is null)
        {
            checks.Withheld(seed);
            return null;
        }

        try
        {
            if (usable && published.Whole is { } reveal)
            {
                var derived = derive(reveal);
                checks.Same(seed, $"{derived}", published.Seed?.ToString() ?? "null");
                return derived;
            }
        }
        catch (ArgumentException fault)
        {
            checks.Add(seed, passed: false, fault.Message, $"{published.Seed}");
            return null;
        }

        checks.NotRun(seed);
        return null;
    }
}
