using Supervision.Audit;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Time;

namespace Supervision.Risk;

/// <summary>Assesses every subject: credit from its history, class and weight from the risk policy.</summary>
[AllowedTo(Roles.CreditClerk, IsShared = true)]
public sealed class ReweighSubjects(
    IStandingStore standings,
    ICreditEventStore creditEvents,
    ITaskStore tasks,
    ICreditPolicy credit,
    IRiskPolicy risk,
    IUnitOfWork work,
    AuthorityClock clock)
{
    private const int BatchSize = 20_000;

    /// <summary>
    /// Streams all subjects, saves the standings that changed and journals each of them. A subject without history
    /// and without a standing gets none: its weight follows from the delivered class.
    /// </summary>
    /// <param name="actor">Who asks for it.</param>
    /// <param name="onProgress">Called now and then with the number of subjects assessed so far.</param>
    /// <param name="cancellationToken">Gives up; finished batches stay.</param>
    public async Task<ReweighResult> RunAsync(Actor actor, Action<long> onProgress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(onProgress);
        var today = clock.Today;
        var clean = await tasks.CountCleanAsync(cancellationToken).ConfigureAwait(false);
        var histories = new Dictionary<string, CreditHistory>(StringComparer.Ordinal);
        await foreach (var history in creditEvents.StreamAsync(cancellationToken).ConfigureAwait(false))
        {
            histories.Add(history.SubjectId, history);
        }

        var changes = new List<(SubjectStanding Standing, StandingRow Row)>();
        var counts = new int[5];
        long assessed = 0;
        await foreach (var row in standings.StreamAsync(cancellationToken).ConfigureAwait(false))
        {
            var history = histories.GetValueOrDefault(row.SubjectId);
            var cleanVisits = clean.GetValueOrDefault(row.SubjectId);
            var standing = AssessSubject.From(row, history, cleanVisits, credit, risk, today);
            counts[(int)standing.Class]++;
            var hasHistory = history is not null || cleanVisits > 0 || row.Current is not null;
            if (hasHistory && standing.DiffersFrom(row.Current))
            {
                changes.Add((standing, row));
            }

            if (++assessed % BatchSize == 0)
            {
                onProgress(assessed);
            }
        }

        foreach (var batch in changes.Chunk(BatchSize))
        {
            // Explained only now, one batch at a time: trees of a whole city would not fit.
            await SaveAsync(
                batch,
                row => AssessSubject.Explain(
                    row, histories.GetValueOrDefault(row.SubjectId), clean.GetValueOrDefault(row.SubjectId), credit, risk, today),
                actor, cancellationToken).ConfigureAwait(false);
        }

        work.Append(new JournalRecord("risk.reweighed", actor.AgencyId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteNumber("assessed", assessed);
            json.WriteNumber("changed", changes.Count);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        onProgress(assessed);
        return new ReweighResult(assessed, changes.Count, counts[1], counts[2], counts[3], counts[4]);
    }

    private async Task SaveAsync(
        (SubjectStanding Standing, StandingRow Row)[] batch, Func<StandingRow, Explanation> explain, Actor actor, CancellationToken cancellationToken)
    {
        await standings.SaveAsync([.. batch.Select(change => change.Standing)], cancellationToken).ConfigureAwait(false);
        var last = await standings.LastDecisionAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.Now;
        StandingDecision[] decisions = [.. batch.Select((change, at) =>
            StandingDecision.Of(last + 1 + at, change.Standing, explain(change.Row), now))];
        await standings.AddDecisionsAsync(decisions, cancellationToken).ConfigureAwait(false);
        foreach (var ((standing, row), decision) in batch.Zip(decisions))
        {
            work.Append(new JournalRecord("credit.decided", standing.SubjectId, actor, now, CanonicalJson.Of(json =>
            {
                json.WriteString("points", Invariant.Text(standing.Points));
                json.WriteString("composite", Invariant.Text(standing.CompositeScore));
                json.WriteString("grade", standing.Grade.ToString());
                json.WriteString("class", standing.Class.ToString());
                json.WriteString("classBefore", row.Current?.Class.ToString());
                json.WriteNumber("weight", standing.Weight);
                json.WriteString("creditPolicy", standing.CreditPolicy.ContentHash);
                json.WriteString("riskPolicy", standing.RiskPolicy.ContentHash);
                json.WriteNumber("decision", decision.Number);
                json.WriteString("content", decision.Hash);
            })));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
