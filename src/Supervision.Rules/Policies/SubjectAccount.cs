using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;

namespace Supervision.Rules.Policies;

/// <summary>
/// One subject whose events are posted as they come in. An event in order costs only itself; a late one, or a reversal, makes the
/// account fold anew; results of other policies are decided anew each time. The decision is the one that a fold of all events would give, byte for byte. Mutable; not thread-safe.
/// </summary>
public sealed class SubjectAccount
{
    private readonly PackVersion _version;
    private readonly List<PolicyEvent> _events = [];
    private readonly SubjectHistory _history;
    private List<FoldAction> _waiting = [];
    private Agenda _agenda;
    private LedgerFold _fold;

    internal SubjectAccount(PackVersion version, SubjectHistory history)
    {
        _version = version;
        _events.AddRange(history.Events);
        _history = history with { Events = _events };
        (_agenda, _fold) = Anew();
    }

    /// <summary>Posts one event.</summary>
    /// <exception cref="ArgumentException">The event is not what the pack declares.</exception>
    public void Post(PolicyEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        HistoryCheck.Demand(happened, _version.Vocabularies);
        _events.Add(happened);
        var actions = _agenda.Of(happened);
        if (_version.Timeline.Reverses(happened.Kind) || actions.Any(action => !_fold.CanTake(action)))
        {
            (_agenda, _fold) = Anew();
            return;
        }

        _waiting.AddRange(actions);
        _waiting.Sort((left, right) => left.Against(right));
    }

    /// <summary>The decision as of the end of a civil day; on a day before the last one asked for, all is folded anew.</summary>
    /// <exception cref="RuleEvaluationException">As <see cref="SubjectPolicy.Decide"/>.</exception>
    public PolicyDecision Decide(DateOnly asOf)
    {
        if (asOf < _fold.State.Day)
        {
            (_agenda, _fold) = Anew();
        }

        var due = _waiting.TakeWhile(action => action.Day <= asOf).ToList();
        _waiting = [.. _waiting.Skip(due.Count)];
        foreach (var action in due)
        {
            _fold.Take(action);
        }

        _fold.Advance(asOf);
        return PolicyDecisions.Of(
            _version.Pack,
            PackEvaluation.Of(_version.Pack, LedgerRun.Read(_fold.State, asOf), asOf, _version.Used(_history, asOf, DateOnly.MaxValue)),
            _history.SubjectId,
            DateOnly.MaxValue);
    }

    private (Agenda Agenda, LedgerFold Fold) Anew()
    {
        var agenda = new Agenda(_history, _version.Timeline, DateOnly.MaxValue);
        _waiting = agenda.Until(DateOnly.MaxValue);
        return (agenda, new LedgerFold(_history, _version.Timeline, agenda));
    }
}
