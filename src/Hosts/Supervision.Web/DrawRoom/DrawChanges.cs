using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Sampling;
using Supervision.Web.Api;

namespace Supervision.Web.DrawRoom;

/// <summary>
/// What changes after a draw: a use case, and then the files that tell the public of it. What was done already is refused, so a call that is
/// sent again does it once. Thread-safe.
/// </summary>
internal sealed class DrawChanges(RoomActs acts, IServiceScopeFactory scopes)
{
    /// <summary>Unseals, and publishes the files that were kept back.</summary>
    public async Task<Outcome<Draw>> OpenAsync(OpenDraw open, string id, Actor actor, CancellationToken cancellationToken)
    {
        var place = acts.Place(id);
        if (!DrawBundle.Read(place.Private.Open).TryGet(out var bundle, out var refusal))
        {
            return refusal;
        }

        var outcome = await open.RunAsync(id, actor, cancellationToken);
        if (outcome.IsAccepted)
        {
            place.Unseal(bundle);
        }

        return outcome;
    }

    /// <summary>Takes a reserve, and writes the files anew; those of a sealed draw stay back.</summary>
    public async Task<Outcome<ReserveUse>> ReplaceAsync(ReplaceSubject replace, string id, SubjectToReplace who, Actor actor, CancellationToken cancellationToken)
    {
        var place = acts.Place(id);
        var isSealed = await IsSealedAsync(id, cancellationToken);
        if (!place.ReadWhole(isSealed).TryGet(out var read, out var refusal))
        {
            return refusal;
        }

        if (!(await replace.RunAsync(id, read.Draw, read.Match, who.SubjectId, who.Reason, who.Approver, who.Evidence, actor, cancellationToken)).TryGet(out var done, out refusal))
        {
            return refusal;
        }

        place.Write(done, isSealed);
        return (await LastUseAsync(id, cancellationToken))!;
    }

    /// <summary>Draws another officer, and writes the files of the matching anew.</summary>
    public async Task<Outcome<OfficerRedraw[]>> RedrawAsync(RedrawOfficer redraw, string id, OfficerToRedraw who, Actor actor, CancellationToken cancellationToken)
    {
        var place = acts.Place(id);
        if (place.Verify().Primary is { } wrong)
        {
            return Refusal.Of("SUP7303", id, wrong.Name);
        }

        if (!place.ReadMatch().TryGet(out var match, out var refusal)
            || !(await redraw.RunAsync(match, who.TaskId, who.OfficerId, who.Reason, who.Approver, actor, cancellationToken)).TryGet(out var redrawn, out refusal))
        {
            return refusal;
        }

        place.Write(redrawn);
        return redrawn.Redraws.Skip(match.Redraws.Count).ToArray();
    }

    private async Task<bool> IsSealedAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDrawStore>().FindDrawAsync(id, cancellationToken) is { IsSealed: true };
    }

    private async Task<ReserveUse?> LastUseAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDrawStore>().LastReserveUseAsync(id, cancellationToken);
    }
}
