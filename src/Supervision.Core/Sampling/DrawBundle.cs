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

    /// <summary>The matching of officers with tasks; null when it is not published with the draw, or not made yet.</summary>
    public MatchBundle? Match { get; init; }

    /// <summary>Derives the seed and draws, on exactly the frame that was announced.</summary>
    /// <exception cref="ArgumentException">
    /// SUP4035: the frame is not the announced one. Also all that <see cref="DrawSeed"/> and <see cref="DrawMethod.Select"/> throw.
    /// </exception>
    public static DrawBundle Run(Announcement announcement, Frame frame, DrawReveal reveal)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(frame);
        var terms = announcement.Terms;
        var root = frame.Root(terms.HashKind);
        if (frame.Count != terms.FrameCount || root != terms.FrameRoot)
        {
            throw Invalid.Argument(nameof(frame), "SUP4035", "frame-root", terms.FrameRoot.ToString(), root.ToString());
        }

        var seed = DrawSeed.Derive(announcement, reveal);
        return new DrawBundle
        {
            Announcement = announcement,
            Frame = frame,
            Reveal = reveal,
            Seed = seed,
            Selection = terms.Method.Select(frame, new DrawKeys(terms.HashKind, seed)),
        };
    }

    /// <summary>Writes the files. The same bundle gives the same bytes every time, on every machine.</summary>
    /// <param name="create">Opens the file of that name for writing; the stream is disposed here.</param>
    public void Write(Func<string, Stream> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        new BundleWriter(create).Write(this);
    }
}
