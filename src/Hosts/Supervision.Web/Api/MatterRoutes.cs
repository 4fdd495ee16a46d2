using Supervision.Matters;

namespace Supervision.Web.Api;

/// <summary>What all kinds of matters have in common: a list of those in the person's reach, and one with its steps.</summary>
internal static class MatterRoutes
{
    /// <summary>Lists and finds the matters of one kind.</summary>
    /// <param name="group">Group, or a part of one.</param>
    /// <param name="pattern">Address of the list below the group.</param>
    /// <param name="kind">Kind.</param>
    /// <param name="names">What they are, in a few words.</param>
    public static void MapMatters(this RouteGroupBuilder group, string pattern, MatterKind kind, string names)
    {
        group.MapList(pattern, names + " in which one's agency takes part", (call, page) => call.Get<IMatterStore>().ListAsync(QueryOf(kind, call, page), call.Stopped), matter => matter.Id)
            .Takes("subject", "id of the subject").Takes("state", "state of the life-cycle").Takes("agency", "agency whose turn it is").Takes("parent", "matter that they are parts of");
        group.MapFind(
            pattern + "/{id}", "one of the " + names + ", with its steps",
            async call => await call.Get<IMatterStore>().FindAsync(call.Id, call.Stopped) is { } matter && matter.Kind == kind ? matter : null,
            ApiThing.Matter(kind).Missing);
    }

    private static MatterQuery QueryOf(MatterKind kind, ApiCall call, ApiPage page) => new()
    {
        Kind = kind, SubjectId = call.Text("subject"), State = call.Choice<MatterState>("state"), AgencyId = call.Text("agency"), ParentId = call.Text("parent"),
        AfterId = page.After, Limit = page.Limit,
    };
}
