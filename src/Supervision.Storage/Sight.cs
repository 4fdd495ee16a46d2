using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Registry;

namespace Supervision.Storage;

/// <summary>
/// Who looks through a context of the embedder; nobody until it is told, and then its views are empty. Kept beside the context, whose class is
/// not ours, and for one lease of it: a pool hands the same object to the next request.
/// </summary>
internal static class Sight
{
    private static readonly ConditionalWeakTable<DbContext, Viewer> s_viewers = [];

    /// <summary>From now on the context shows what an actor may see; all of it to the embedder's own code, which has none.</summary>
    public static void Give(DbContext context, Actor? actor) => s_viewers.AddOrUpdate(context, new Viewer(context.ContextId, actor));

    public static bool IsGiven(DbContext context) => Of(context) is not null;

    public static bool HasAllAgencies(DbContext context) => Of(context) is { } viewer && (viewer.Actor?.SeesAllAgencies ?? true);

    public static string Agency(DbContext context) => Of(context)?.Actor?.AgencyId ?? "";

    public static string Division(DbContext context) => DivisionArea.Prefix(Of(context)?.Actor?.DivisionCode ?? "");

    private static Viewer? Of(DbContext context) =>
        s_viewers.TryGetValue(context, out var viewer) && viewer.Lease == context.ContextId ? viewer : null;

    private sealed record Viewer(DbContextId Lease, Actor? Actor);
}
