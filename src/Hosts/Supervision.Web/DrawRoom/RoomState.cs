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
/// <param name="IsPublic">Whether the public has that draw's list of subjects; it has before the officers where the command line drew it.</param>
internal sealed record RoomState(InspectionPlan Plan, RoomStep Step, int Number, Announcement? Announcement, Draw? Draw, bool IsPublic)
{
    /// <summary>Id of the draw in hand or the last one, or null.</summary>
    public string? DrawId => Announcement?.Terms.Draw.DrawId;

    public static async Task<RoomState> OfAsync(InspectionPlan plan, IDrawStore draws, RoomActs acts, CancellationToken cancellationToken)
    {
        var log = await draws.ListAnnouncementsAsync(plan.AgencyId, cancellationToken);
        if (log.LastOrDefault(entry => entry.Programme == plan.Id) is not { } last)
        {
            return new RoomState(plan, RoomStep.Announce, 1, null, null, false);
        }

        var announcement = Announcement.Parse(Encoding.UTF8.GetBytes(last.Text)).OrThrow();
        var id = last.Draw.DrawId;
        var draw = await draws.FindDrawAsync(id, cancellationToken);
        if (last.State == AnnouncementState.Announced)
        {
            return new RoomState(plan, RoomStep.Draw, last.Number, announcement, null, false);
        }

        // The log says whether officers were drawn; the files, what of it is here and what the public has.
        var place = acts.Place(id);
        var isMatched = log.Any(entry => entry.Programme == $"{plan.Id}.officers" && MatchOf(entry).Terms.DrawAnnouncement == announcement.Hash);
        var isPublic = Has(place, BundleFile.Reveal);
        var step = draw is null ? RoomStep.Announce
            : !isMatched && (isPublic || Has(place.Private, BundleFile.Reveal)) ? RoomStep.Match
            : isMatched && !draw.IsSealed && Has(place.Private, BundleFile.Matching) && !Has(place, BundleFile.Matching) ? RoomStep.Publish
            : RoomStep.Announce;
        return new RoomState(plan, step, step == RoomStep.Announce ? last.Number + 1 : last.Number, announcement, draw, isPublic);

        static bool Has(BundleFolder folder, string name) => File.Exists(folder.InFolder(name));
        static MatchAnnouncement MatchOf(LoggedAnnouncement entry) => MatchAnnouncement.Parse(Encoding.UTF8.GetBytes(entry.Text)).OrThrow();
    }
}
