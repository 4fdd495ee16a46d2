using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>An announcement with the frame that its root is over, as they were frozen. Immutable.</summary>
/// <param name="Announcement">The notice.</param>
/// <param name="Frame">The frame.</param>
public sealed record FrozenDraw(Announcement Announcement, Frame Frame)
{
    /// <summary>Reads what <see cref="AnnouncedDraw.Write"/> wrote, with the rows of the frame. SUP4050 to SUP4052, SUP402x: a file.</summary>
    /// <param name="open">Opens the file of that name for reading, or returns null when there is none.</param>
    public static Outcome<FrozenDraw> Read(Func<string, Stream?> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var reader = new BundleReader(open);
        return reader.Announcement().TryGet(out var announcement, out var refusal)
            && reader.Frame().TryGet(out var rows, out refusal)
                ? new FrozenDraw(announcement, rows.Build())
                : refusal!;
    }
}
