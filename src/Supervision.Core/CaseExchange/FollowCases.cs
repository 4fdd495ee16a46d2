using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.CaseExchange;

/// <summary>
/// Reads what the other departments' systems report of the cases that an agency handed over to them. What cannot be read or taken stops the
/// case it is of, and no other; the next round begins after the last report that was taken.
/// </summary>
[AllowedTo(Roles.CaseOfficer | Roles.Head)]
public sealed class FollowCases(IEnumerable<ICaseSystem> systems, ICaseStore cases, TakeCaseReport take)
{
    private const int PageSize = 200;

    /// <summary>Takes all new reports of the actor's agency, each in a transaction of its own.</summary>
    public async Task<CaseFollowUp> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (followed, taken, refused) = (0, 0, new SortedDictionary<string, Refusal>(StringComparer.Ordinal));
        string? last = null;
        while (true)
        {
            var page = await cases.ListPageAsync(
                new CaseQuery { AgencyId = actor.AgencyId, State = CaseState.Transferred, AfterId = last, Limit = PageSize }, cancellationToken)
                .ConfigureAwait(false);
            foreach (var one in page.Where(one => one.Transfer is { IsFollowed: true }))
            {
                followed++;
                var (count, refusal) = await FollowAsync(one, actor, cancellationToken).ConfigureAwait(false);
                taken += count;
                if (refusal is not null)
                {
                    refused[one.Id] = refusal;
                }
            }

            if (page.Count < PageSize)
            {
                return new CaseFollowUp(followed, taken, refused);
            }

            last = page[^1].Id;
        }
    }

    private async Task<(int Taken, Refusal? Refusal)> FollowAsync(PenaltyCase one, Actor actor, CancellationToken cancellationToken)
    {
        var transfer = one.Transfer!;
        if (systems.FirstOrDefault(system => system.AgencyId == transfer.Agency) is not { } system)
        {
            return (0, Refusal.Of("SUP2221", one.Id, transfer.Agency));
        }

        if (!(await ReadAsync(system, transfer, cancellationToken).ConfigureAwait(false)).TryGet(out var reports, out var unread))
        {
            return (0, unread);
        }

        var taken = 0;
        foreach (var report in reports)
        {
            if ((await take.RunAsync(report, actor, cancellationToken).ConfigureAwait(false)).Refusal is { } refusal)
            {
                return (taken, refusal);
            }

            taken++;
        }

        return (taken, null);
    }

    // A department that cannot be reached holds up nobody else's cases.
    private static async Task<Outcome<IReadOnlyList<CaseReport>>> ReadAsync(
        ICaseSystem system, CaseTransferRecord transfer, CancellationToken cancellationToken)
    {
        try
        {
            return await system.ReadAsync(transfer.ParcelId, transfer.Reports.Count, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException unreachable)
        {
            return Refusal.Of("SUP2228", transfer.ParcelId, unreachable.Message);
        }
    }
}
