using System.Text;
using Supervision.Hosting.Draws;
using Supervision.Sampling;

namespace Supervision.Web.DrawRoom;

/// <summary>Where a plan's draw room stands, read from the database and the files. Immutable.</summary>
/// <param name="Plan">Plan.</param>
/// <param name="Step">What is next.</param>
/// <param name="Number">Number of the draw that is next, or in hand.</param>
/// <param name="Announcement">The announcement in hand, or of the last draw; null before the first.</param>
/// <param name="Draw">The draw in hand, or the last one; null before the first, and while the next is announced.</param>
internal sealed record RoomState(InspectionPlan Plan, RoomStep Step, int Number, Announcement? Announcement, Draw? Draw)
{
    /// <summary>Id of the draw in hand or the last one, or null.</summary>
    public string? DrawId => Announcement?.Terms.Draw.DrawId;

    public static async Task<RoomState> OfAsync(InspectionPlan plan, IDrawStore draws, RoomActs acts, CancellationToken cancellationToken)
    {
        var log = await draws.ListAnnouncementsAsync(plan.AgencyId, cancellationToken);
        if (log.LastOrDefault(entry => entry.Programme == plan.Id) is not { } last)
        {
            return new RoomState(plan, RoomStep.Announce, 1, null, null);
        }

        var announcement = Announcement.Parse(Encoding.UTF8.GetBytes(last.Text)).OrThrow();
        var id = last.Draw.DrawId;
        var draw = await draws.FindDrawAsync(id, cancellationToken);
        if (last.State == AnnouncementState.Announced)
        {
            return new RoomState(plan, RoomStep.Draw, last.Number, announcement, null);
        }

        var place = acts.Place(id);
        var step = draw is null || draw.IsSealed || Has(place, BundleFile.Reveal) ? RoomStep.Announce
            : Has(place.Private, BundleFile.Matching) ? RoomStep.Publish
            : RoomStep.Match;
        return new RoomState(plan, step, step == RoomStep.Announce ? last.Number + 1 : last.Number, announcement, draw);

        static bool Has(BundleFolder folder, string name) => File.Exists(folder.InFolder(name));
    }
}
