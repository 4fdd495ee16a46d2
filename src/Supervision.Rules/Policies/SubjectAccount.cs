using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;

namespace Supervision.Rules.Policies;

/// <summary>
/// One subject whose events are posted as they come in. An event in order costs only itself; a late one, or a reversal, makes the
/// account fold anew; results of other policies are decided anew each time. The decision is the one that a fold of all events would give, byte for byte.
/// Mutable; not thread-safe.
/// </summary>
public sealed class SubjectAccount
{
    private readonly PackVersion _version;
    private readonly List<PolicyEvent> _events;
    private readonly SubjectHistory _history;
    private Folded? _folded;

    internal SubjectAccount(PackVersion version, SubjectHistory history)
    {
        _version = version;
        _events = [.. history.Events];
        _history = history with { Events = _events };
    }

    /// <summary>Posts one event.</summary>
    /// <exception cref="ArgumentException">The event is not what the pack declares.</exception>
    public void Post(PolicyEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        HistoryCheck.Demand(happened, _version.Vocabularies);
        _events.Add(happened);
        if (_folded is null)
        {
            return;
        }

        var actions = _folded.Agenda.Of(happened);
        if (_version.Timeline.Reverses(happened.Kind) || actions.Any(action => !_folded.Fold.CanTake(action)))
        {
            _folded = null;
            return;
        }

        _folded.Waiting.AddRange(actions);
        _folded.Waiting.Sort((left, right) => left.Against(right));
    }

    /// <summary>The decision as of the end of a civil day; on a day before the last one asked for, all is folded anew.</summary>
    /// <exception cref="RuleEvaluationException">As <see cref="SubjectPolicy.Decide"/>.</exception>
    public PolicyDecision Decide(DateOnly asOf)
    {
        if (_folded is null || asOf < _folded.Fold.State.Day)
        {
            _folded = new Folded(_history, _version.Timeline);
        }

        var fold = _folded.Advance(asOf);
        return PolicyDecisions.Of(
            _version.Pack,
            PackEvaluation.Of(_version.Pack, LedgerRun.Read(fold.State, asOf), asOf, _version.Used(_history, asOf, DateOnly.MaxValue)),
            _history.SubjectId,
            DateOnly.MaxValue);
    }

    /// <summary>
    /// Lets go of what was folded and keeps the events: for whoever holds a million accounts and asks few of them. The next decision folds
    /// anew, with the same result.
    /// </summary>
    public void Rest()
    {
        _folded = null;
        _events.TrimExcess();
    }

    /// <summary>The fold of the account up to a day, and what comes after it.</summary>
    private sealed class Folded
    {
        public Folded(SubjectHistory history, PackTimeline timeline)
        {
            Agenda = new Agenda(history, timeline, DateOnly.MaxValue);
            Waiting = Agenda.Until(DateOnly.MaxValue);
            Fold = new LedgerFold(history, timeline, Agenda);
        }

        public Agenda Agenda { get; }

        public LedgerFold Fold { get; }

        public List<FoldAction> Waiting { get; private set; }

        public LedgerFold Advance(DateOnly to)
        {
            var due = Waiting.TakeWhile(action => action.Day <= to).ToList();
            Waiting = [.. Waiting.Skip(due.Count)];
            foreach (var action in due)
            {
                Fold.Take(action);
            }

            Fold.Advance(to);
            return Fold;
        }
    }
}
