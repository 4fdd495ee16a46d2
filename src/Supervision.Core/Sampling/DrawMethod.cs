using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// How subjects are drawn: one scheme with its announced parameters. A pure function of frame and keys. A scheme never
/// changes under its name. docs/reference/draw-methods.md says what each one promises.
/// </summary>
public abstract record DrawMethod
{
    private protected DrawMethod()
    {
    }

    /// <summary>The name in an announcement's <c>scheme</c> line.</summary>
    public abstract string Scheme { get; }

    /// <summary>Draws. Integers only; the same input gives the same result on every machine.</summary>
    /// <exception cref="ArgumentException">The frame does not fit the method, see <see cref="Misfit"/>.</exception>
    public abstract Selection Select(Frame frame, DrawKeys keys);

    /// <summary>Why this frame cannot be drawn by this method, or null: a cell without a ratio, for instance.</summary>
    internal abstract Refusal? Misfit(Frame frame);

    /// <summary>The announced ratios of cells; null when the scheme has none.</summary>
    internal virtual DrawRates? CellRates => null;

    /// <summary>
    /// Whether an eligible subject was drawn, from its record, the keys and its cuts; null when the scheme needs the scan over all.
    /// </summary>
    internal virtual bool? IsDrawnAlone(FrameRecord record, DrawKeys keys, JsonElement cuts) => null;

    /// <summary>Writes the parameters as lines of an announcement.</summary>
    internal abstract void WriteLines(NoticeWriter notice);
}
