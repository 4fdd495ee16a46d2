using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// A draw with everything that it was computed from, ready to be published as the files of <see cref="BundleFile"/>.
/// Anybody can check those with <see cref="BundleVerifier"/>, or in any language. Immutable.
/// </summary>
/// <legal source="国办发〔2015〕58号" />
public sealed record DrawBundle
{
    private DrawBundle()
    {
    }

    /// <summary>The notice published before the beacon.</summary>
    public required Announcement Announcement { get; init; }

    /// <summary>The frame.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Secrets and beacon values.</summary>
    public required DrawReveal Reveal { get; init; }

    /// <summary>The seed derived from announcement and reveal.</summary>
    public required Digest Seed { get; init; }

    /// <summary>The subjects drawn.</summary>
    public required Selection Selection { get; init; }

    /// <summary>Of a rotation whose cycle another draw opened: that draw. Null otherwise.</summary>
    public DrawCycle? Cycle { get; private init; }

    /// <summary>The reserves that took the place of drawn subjects, in the order in which they were used.</summary>
    public IReadOnlyList<ReserveUse> Reserves { get; init; } = [];

    /// <summary>Of a sealed draw: what is published instead of the list until the inspections are over. Null for an open one.</summary>
    public Digest? ListCommitment => Announcement.Terms.SealedSecret is { } j
        ? Sampling.ListCommitment.Of(Announcement.Terms.HashKind, Reveal.Secrets[j - 1], Selection.SelectedIds)
        : null;

    /// <summary>The matching of officers with tasks; null when it is not published with the draw, or not made yet.</summary>
    public MatchBundle? Match { get; init; }

    /// <summary>Derives the seed and draws, on exactly the frame that was announced.</summary>
    /// <param name="announcement">The notice.</param>
    /// <param name="frame">The frame; salted when the notice says so.</param>
    /// <param name="reveal">All secrets, the sealed one too, and the beacon values.</param>
    /// <param name="cycle">Of a rotation whose cycle another draw opened: that draw.</param>
    /// <exception cref="ArgumentException">
    /// SUP4035: the frame, or the cycle, is not the announced one. Also all that <see cref="DrawSeed"/> and
    /// <see cref="DrawMethod.Select"/> throw.
    /// </exception>
    public static DrawBundle Run(Announcement announcement, Frame frame, DrawReveal reveal, DrawCycle? cycle = null)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(frame);
        var terms = announcement.Terms;
        var root = frame.Root(terms.HashKind);
        if (frame.Count != terms.FrameCount || root != terms.FrameRoot || frame.IsSalted != terms.IsSalted)
        {
            throw Invalid.Argument(nameof(frame), "SUP4035", "frame-root", terms.FrameRoot.ToString(), root.ToString());
        }

        var opened = (terms.Method as RotationMethod)?.Cycle;
        if (cycle is not null && (cycle.Announcement.Hash != opened || !DrawCycle.Opens(cycle.Announcement)))
        {
            throw Invalid.Argument(
                nameof(cycle), "SUP4035", "cycle", opened?.ToString() ?? "opens", cycle.Announcement.Hash.ToString());
        }

        var seed = DrawSeed.Derive(announcement, reveal);
        return new DrawBundle
        {
            Announcement = announcement,
            Frame = frame,
            Reveal = reveal,
            Seed = seed,
            Cycle = cycle,
            Selection = terms.Method.Select(frame, new DrawKeys(terms.HashKind, seed, cycle?.Seed)),
        };
    }

    /// <summary>
    /// Reads announcement, frame and reveal of a whole bundle and draws again. Nothing else is read but reserves; results are for
    /// <see cref="BundleVerifier"/>. SUP4050 to SUP4053: a file; SUP4214: the draw is still sealed; SUP4035: frame or cycle
    /// are not the announced ones; SUP4031 to SUP4034: secrets or beacon values are not.
    /// </summary>
    /// <param name="open">Opens the file of that name for reading, or returns null when there is none.</param>
    public static Outcome<DrawBundle> Read(Func<string, Stream?> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new BundleReader(open).Bundle();
    }

    /// <summary>Writes the files. The same bundle gives the same bytes every time, on every machine.</summary>
    /// <param name="create">Opens the file of that name for writing; the stream is disposed here.</param>
    /// <param name="form">For whom; it matters for a salted frame only.</param>
    public void Write(Func<string, Stream> create, BundleForm form = BundleForm.Public)
    {
        ArgumentNullException.ThrowIfNull(create);
        new BundleWriter(create).Write(this, form);
    }

    /// <summary>Writes what is public of a sealed draw before its inspections: no list, no cuts, no seed, no sealed secret.</summary>
    /// <param name="create">Opens the file of that name for writing; the stream is disposed here.</param>
    /// <param name="form">For whom; it matters for a salted frame only.</param>
    /// <exception cref="InvalidOperationException">The announcement says that the draw is open.</exception>
    public void WriteSealed(Func<string, Stream> create, BundleForm form = BundleForm.Public)
    {
        ArgumentNullException.ThrowIfNull(create);
        if (Announcement.Terms.SealedSecret is null)
        {
            throw new InvalidOperationException("The draw is announced as open.");
        }

        new BundleWriter(create).WriteSealed(this, form);
    }
}
