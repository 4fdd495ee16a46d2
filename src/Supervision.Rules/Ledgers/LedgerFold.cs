using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>
/// Folds one history, forwards. Within a day: what ends, ends first (steps, then entries; their conditions read the state before
/// any of them ends); then a new version takes over and sizes that changed are tested; then timers; then events in order, each
/// with its lines from the top, and after each entry its <c>full</c>. Levels are read off at the end of a day.
/// </summary>
internal sealed class LedgerFold
{
    private readonly FoldState _state;
    private readonly FoldDays _days;
    private readonly FoldTimers _timers;
    private readonly Agenda _agenda;
    private FoldAction? _last;

    public LedgerFold(SubjectHistory history, PackTimeline timeline, Agenda agenda)
    {
        _agenda = agenda;
        _state = new FoldState(history, timeline);
        _timers = new FoldTimers(_state);
        _days = new FoldDays(_state, _timers);
    }

    public FoldState State => _state;

    /// <summary>Whether an action comes after everything that has been folded.</summary>
    public bool CanTake(FoldAction action) => action.Day >= _state.Day && (_last is null || action.Against(_last) > 0);

    /// <summary>Folds one action that <see cref="CanTake"/>.</summary>
    public void Take(FoldAction action)
    {
        Advance(action.Day);
        _last = action;
        _state.Touch(action.Day);
        var posted = new List<string>();
        foreach (var part in action.Parts)
        {
            Do(part, action, posted);
        }

        if (action.IsOwnDay)
        {
            _timers.Notice(action.Event);
            _state.Past.Add(action.Event);
        }
    }

    /// <summary>Lets the days pass up to the beginning of the events of a day.</summary>
    public void Advance(DateOnly to)
    {
        while (_days.Next() is { } day && day <= to)
        {
            _days.Open(day);
            foreach (var fired in _timers.Due(day))
            {
                Fire(fired);
            }
        }

        _state.Day = to > _state.Day ? to : _state.Day;
    }

    private void Fire(PolicyEvent fired)
    {
        var posted = new List<string>();
        foreach (var action in _agenda.Of(fired))
        {
            foreach (var part in action.Parts)
            {
                Do(part, action, posted);
            }
        }

        _state.Past.Add(fired);
    }

    private void Do(FoldPart part, FoldAction action, List<string> posted)
    {
        try
        {
            Apply(part, action, posted);
        }
        catch (OverflowException tooLarge)
        {
            throw new RuleEvaluationException(tooLarge, "SUP5250", action.Event.Id, Packs.Invariant.Text(action.Day));
        }
    }

    private void Apply(FoldPart part, FoldAction action, List<string> posted)
    {
        var state = _state.Find(part.Ledger.Name);
        if (_agenda.IsUndone(part.Ledger.Name, action.Event.Id))
        {
            _state.Write(new(action.Day, state.Definition.Name, Supervision.Credit.LedgerLineKind.Reversed, 0, action.Event.Id));
        }
        else if (part.Line is { } line)
        {
            Posting.Do(_state, state, line, action, posted);
        }
        else if (part.IsRepair)
        {
            new Repairing(_state, state, state.Definition.Repair ?? part.Ledger.Repair!, action).Do();
        }
        else
        {
            Reversing.Do(_state, state, part.Ledger.Reverse!, action);
        }
    }
}
