using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary><c>full</c>: every eligible subject, where a statute asks for full coverage. Nothing is left to chance.</summary>
public sealed record FullCoverageMethod : DrawMethod
{
    internal const string Name = "full";

    /// <inheritdoc/>
    public override string Scheme => Name;

    /// <inheritdoc/>
    public override Selection Select(Frame frame, DrawKeys keys)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new FullSelection(frame);
    }

    internal override bool? IsDrawnAlone(FrameRecord record, DrawKeys keys, JsonElement cuts) => record.IsEligible;

    internal override Refusal? Misfit(Frame frame) => null;

    internal override void WriteLines(NoticeWriter notice) => notice.Line("scheme", Name);

    private sealed class FullSelection(Frame frame) : Selection(Name, frame, EligibleSubjects.Of(frame).Positions)
    {
        internal override void WriteCuts(System.Text.Json.Utf8JsonWriter json)
        {
        }
    }
}
