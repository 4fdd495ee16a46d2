using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The draw that opened a rotation cycle, as far as later draws of the cycle need it. Immutable.</summary>
/// <param name="Announcement">Its announcement, a <c>prn</c> that opens a cycle.</param>
/// <param name="Reveal">Its secrets and beacon values.</param>
public sealed record DrawCycle(Announcement Announcement, DrawReveal Reveal)
{
    /// <summary>CycleSeed: the seed of that draw.</summary>
    /// <exception cref="ArgumentException">As <see cref="DrawSeed.Derive(Announcement, DrawReveal)"/>.</exception>
    public Digest Seed => DrawSeed.Derive(Announcement, Reveal);

    /// <summary>Whether an announcement opens a cycle.</summary>
    internal static bool Opens(Announcement announcement) => announcement.Terms.Method is RotationMethod { Cycle: null };
}
