namespace Supervision.Sampling;

/// <summary>A draw that was announced and not made yet.</summary>
/// <param name="Id">Identifier that the draw will have: the plan's id and the number.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Announcement">The notice, to be published at once.</param>
/// <param name="Frame">The frame, frozen: the draw is made from exactly this one.</param>
public sealed record AnnouncedDraw(string Id, InspectionPlan Plan, Announcement Announcement, Frame Frame)
{
    /// <summary>Writes what is public from now on: the announcement, and the frame that its root is over.</summary>
    /// <param name="create">Opens the file of that name for writing; the stream is disposed here.</param>
    /// <param name="form">For whom; it matters for a salted frame only.</param>
    public void Write(Func<string, Stream> create, BundleForm form = BundleForm.Public)
    {
        ArgumentNullException.ThrowIfNull(create);
        new BundleWriter(create).WriteAnnounced(Announcement, Frame, form);
    }
}
