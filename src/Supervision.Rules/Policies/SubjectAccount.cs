using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Policies;

/// <summary>
/// One subject whose events are posted as they come in. An event in order costs only itself; a late one, or a reversal, makes the
/// account fold anew. The decision is the one that a fold of all events would give, byte for byte. Mutable; not thread-safe.
/// </summary>
public sealed class SubjectAccount
{
    private readonly RulePack _pack;
    private readonly PackTimeline _timeline;
    private readonly List<PolicyEvent> _events = [];
    private readonly SubjectHistory _history;
    private List<FoldAction> _waiting = [];
    private Agenda _agenda;
    private LedgerFold _fold;

    internal SubjectAccount(RulePack pack, PackTimeline timeline, SubjectHistory history)
    {
        (_pack, _timeline) = (pack, timeline);
        _events.AddRange(history.Events);
        _history = history with { Events = _events };
        (_agenda, _fold) = Anew();
    }

    /// <summary>Posts one event.</summary>
    /// <exception cref="ArgumentException">The event is not what the pack declares.</exception>
    public void Post(PolicyEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        HistoryCheck.Demand(new SubjectHistory(_history.SubjectId, [happened]), _pack.Vocabulary);
        _events.Add(happened);
        var actions = _agenda.Of(happened);
        if (_timeline.Reverses(happened.Kind) || actions.Any(action => !_fold.CanTake(action)))
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
            _pack, PackEvaluation.Of(_pack, LedgerRun.Read(_fold.State, asOf)), _history.SubjectId, DateOnly.MaxValue);
    }

    private (Agenda Agenda, LedgerFold Fold) Anew()
    {
        var agenda = new Agenda(_history, _timeline, DateOnly.MaxValue);
        _waiting = agenda.Until(DateOnly.MaxValue);
        return (agenda, new LedgerFold(_history, _timeline, agenda));
    }
}
