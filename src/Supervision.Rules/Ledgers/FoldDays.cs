using Supervision.Credit;

namespace Supervision.Rules.Ledgers;

/// <summary>Opens the days on which something happens by itself: ends, a new version, a size that changed, timers.</summary>
internal sealed class FoldDays(FoldState state, FoldTimers timers)
{
    private readonly IReadOnlyList<DateOnly> _changes = state.History.Attributes.Count == 0
        ? state.Timeline.Changes
        : [.. state.Timeline.Changes.Concat(state.History.Attributes.Select(attribute => attribute.From)).Distinct().Order()];

    private int _change;

    /// <summary>The next such day, or null when nothing more will happen by itself.</summary>
    public DateOnly? Next()
    {
        while (state.Ends.TryPeek(out var end, out _) && end.IsOver)
        {
            state.Ends.Dequeue();
        }

        DateOnly? next = state.Ends.TryPeek(out _, out var first) ? first.Until : null;
        next = Earlier(next, _change < _changes.Count ? _changes[_change] : null);
        next = Earlier(next, timers.Next());
        return Earlier(next, state.Held.Count > 0 && state.Touched >= state.Day ? state.Touched.AddDays(1) : null);
    }

    public void Open(DateOnly day)
    {
        state.Day = day;
        if (End(day))
        {
            state.Touch(day);
        }

        if (_change >= _changes.Count || _changes[_change] > day)
        {
            return;
        }

        _change++;
        Transition.Enter(state, day);
        foreach (var ledger in state.Ledgers)
        {
            Filling.TakeSteps(state, ledger, day, ledger.Definition.Full?.Size.Text ?? "");
        }
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    // Conditions of all that could end are read before any of it ends.
    private bool End(DateOnly day)
    {
        var ends = new List<FoldEnd>();
        while (state.Ends.TryPeek(out var end, out var at) && at.Until <= day)
        {
            state.Ends.Dequeue();
            if (!end.IsOver)
            {
                ends.Add(end);
            }
        }

        ends.AddRange(state.Held.Where(entry => !entry.IsOver).Select(entry => new FoldEnd(entry, null)));
        if (ends.Count == 0)
        {
            state.Held.Clear();
            return false;
        }

        var verdicts = ends.ConvertAll(end => end.Entry is { } entry ? Verdict(entry, day) : LedgerLineKind.Expired);
        state.Held.Clear();
        for (var at = 0; at < ends.Count; at++)
        {
            Settle(ends[at], verdicts[at], day);
        }

        return true;
    }

    private LedgerLineKind? Verdict(LedgerEntry entry, DateOnly day)
    {
        var scope = new CaseScope(state, day) { Entry = entry };
        return entry.Window.Hold is { } hold && hold.Truth(scope) ? null
            : entry.Window.Carry is { } carry && carry.Truth(scope) ? LedgerLineKind.Carried
            : LedgerLineKind.Expired;
    }

    private void Settle(FoldEnd end, LedgerLineKind? verdict, DateOnly day)
    {
        if (end.Step is { } step)
        {
            step.IsOver = true;
            step.Of.Live.Remove(step);
            Expire(step.Effect, day);
        }
        else if (verdict is null)
        {
            state.Held.Add(end.Entry!);
        }
        else if (verdict is LedgerLineKind.Carried)
        {
            var entry = end.Entry!;
            entry.Until = entry.Window.PeriodEnd(entry.Until!.Value, Posting.Anchor(state, entry.Ledger, entry.Window, entry.Date));
            state.Ends.Enqueue(end, (entry.Until.Value, true, entry.Order));
            state.Write(new(day, entry.Ledger.Definition.Name, LedgerLineKind.Carried, 0, entry.Cause, entry.Key));
        }
        else
        {
            Expire(end.Entry, day);
        }
    }

    private void Expire(LedgerEntry? entry, DateOnly day)
    {
        if (entry is { IsOver: false } && state.Remove(entry) is not 0 and var left)
        {
            state.Write(new(day, entry.Ledger.Definition.Name, LedgerLineKind.Expired, -left, entry.Cause));
        }
    }
}
