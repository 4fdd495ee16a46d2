using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.CaseExchange;

/// <summary>
/// Reads what the other departments' systems report of the cases that an agency handed over to them. A report that cannot be read or does not fit
/// holds up neither those before it nor those after it: it is set aside in the case, named in every round, and taken when it comes mended.
/// </summary>
[AllowedTo(Roles.CaseOfficer | Roles.Head)]
public sealed class FollowCases(IEnumerable<ICaseSystem> systems, ICaseStore cases, TakeCaseReport take)
{
    /// <summary>After so many reports one behind the other that cannot be read, the case waits for the next round.</summary>
    public const int MostUnread = 20;

    private const int PageSize = 200;

    /// <summary>Takes all new reports of the actor's agency, each in a transaction of its own.</summary>
    public async Task<CaseFollowUp> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (followed, taken, untaken) = (0, 0, new List<UntakenReport>());
        var refused = new SortedDictionary<string, Refusal>(StringComparer.Ordinal);
        string? last = null;
        while (true)
        {
            var page = await cases.ListPageAsync(
                new CaseQuery { AgencyId = actor.AgencyId, State = CaseState.Transferred, AfterId = last, Limit = PageSize }, cancellationToken)
                .ConfigureAwait(false);
            foreach (var one in page.Where(one => one.Transfer is { IsFollowed: true }))
            {
                followed++;
                if (systems.FirstOrDefault(system => system.AgencyId == one.Transfer!.Agency) is not { } system)
                {
                    refused[one.Id] = Refusal.Of("SUP2221", one.Id, one.Transfer!.Agency);
                    continue;
                }

                var round = new Round(take, one, system, actor, cancellationToken);
                await round.FollowAsync().ConfigureAwait(false);
                taken += round.Taken;
                untaken.AddRange(round.Untaken);
                if ((round.Stopped ?? round.Untaken.FirstOrDefault()?.Refusal) is { } refusal)
                {
                    refused[one.Id] = refusal;
                }
            }

            if (page.Count < PageSize)
            {
                return new CaseFollowUp(followed, taken, refused) { Untaken = untaken };
            }

            last = page[^1].Id;
        }
    }

    // One case in one round.
    private sealed class Round(TakeCaseReport take, PenaltyCase one, ICaseSystem system, Actor actor, CancellationToken cancellationToken)
    {
        private readonly CaseTransferRecord _transfer = one.Transfer!;
        private readonly List<UntakenReport> _passedOver = [];

        public int Taken { get; private set; }

        public List<UntakenReport> Untaken { get; } = [];

        /// <summary>Why the case was not followed to its end; null when it was.</summary>
        public Refusal? Stopped { get; private set; }

        // A department that cannot be reached holds up nobody else's cases.
        public async Task FollowAsync()
        {
            try
            {
                await TakeMendedAsync().ConfigureAwait(false);
                await TakeNewAsync().ConfigureAwait(false);
            }
            catch (IOException unreachable)
            {
                Stopped = Refusal.Of("SUP2228", _transfer.ParcelId, unreachable.Message);
            }
        }

        private async Task TakeMendedAsync()
        {
            foreach (var aside in _transfer.SetAside)
            {
                var read = await ReadAsync(aside.Number).ConfigureAwait(false);
                var refusal = !read.TryGet(out var reports, out var unread) ? unread
                    : reports.FirstOrDefault(report => report.Number == aside.Number) is { } mended ? await TakeAsync(mended).ConfigureAwait(false)
                    : Refusal.Of("SUP2228", Name(aside.Number), aside.Reason);
                if (refusal is not null)
                {
                    Untaken.Add(new UntakenReport(one.Id, aside.Number, refusal));
                }
            }
        }

        private async Task TakeNewAsync()
        {
            for (var (number, unreadable) = (_transfer.NextReport, 0); unreadable < MostUnread && Stopped is null;)
            {
                if (!(await ReadAsync(number).ConfigureAwait(false)).TryGet(out var reports, out var unread))
                {
                    PassOver(number++, unread);
                    unreadable++;
                    continue;
                }

                // A system that does not heed from where it was asked to read must not be read for ever.
                var fresh = reports.Where(report => report.Number >= number).OrderBy(report => report.Number).ToList();
                if (fresh.Count == 0)
                {
                    return;
                }

                unreadable = 0;
                foreach (var report in fresh)
                {
                    if (!await SetAsideAsync().ConfigureAwait(false))
                    {
                        return;
                    }

                    if (await TakeAsync(report).ConfigureAwait(false) is { } unfit)
                    {
                        PassOver(report.Number, unfit);
                    }

                    number = report.Number + 1;
                }
            }
        }

        // From one number on, up to the first that cannot be read; a refusal when it is that one.
        private Task<Outcome<IReadOnlyList<CaseReport>>> ReadAsync(int from) => system.ReadAsync(_transfer.ParcelId, from - 1, cancellationToken);

        private async Task<Refusal?> TakeAsync(CaseReport report)
        {
            var outcome = await take.RunAsync(report, actor, cancellationToken).ConfigureAwait(false);
            Taken += outcome.IsAccepted ? 1 : 0;
            return outcome.Refusal;
        }

        private void PassOver(int number, Refusal refusal)
        {
            _passedOver.Add(new UntakenReport(one.Id, number, refusal));
            Untaken.Add(_passedOver[^1]);
        }

        // What nothing follows holds up nothing: it becomes a step of the case only when a later report comes.
        private async Task<bool> SetAsideAsync()
        {
            foreach (var (_, number, refusal) in _passedOver)
            {
                if (await take.SetAsideAsync(one.Id, number, refusal, actor, cancellationToken).ConfigureAwait(false) is { } notThere)
                {
                    Stopped = notThere;
                    return false;
                }
            }

            _passedOver.Clear();
            return true;
        }

        private string Name(int number) => $"{_transfer.ParcelId} {Invariant.Text(number)}";
    }
}
