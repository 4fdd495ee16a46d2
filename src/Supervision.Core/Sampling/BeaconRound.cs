using System.Diagnostics.CodeAnalysis;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>One future value of a public source of randomness, fixed before it exists.</summary>
/// <param name="Source">Name of the source, such as "drand quicknet". Not empty.</param>
/// <param name="Chain">Its chain hash or chain number, without blanks.</param>
/// <param name="Round">The one round or pulse, 0 or more.</param>
public sealed record BeaconRound(string Source, string Chain, long Round)
{
    /// <summary>Reads "source chain round"; the source may hold blanks.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out BeaconRound? beacon)
    {
        var parts = (text ?? "").Split(' ');
        beacon = parts.Length >= 3
            && Array.TrueForAll(parts, part => part.Length > 0)
            && Texts.TryNumber(parts[^1], 0, long.MaxValue, out var round)
            ? new BeaconRound(string.Join(' ', parts[..^2]), parts[^2], round)
            : null;
        return beacon is not null;
    }

    /// <summary>Source, chain and round, separated by single blanks: the value of a <c>beacon-j</c> line.</summary>
    public override string ToString() => $"{Source} {Chain} {Invariant.Text(Round)}";
}
