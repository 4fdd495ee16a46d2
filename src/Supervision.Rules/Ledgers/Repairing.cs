using Supervision.Credit;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>
/// One event gives points back: never more than an entry still takes. What no step has used goes first, then what was used; a
/// step that was taken stays, unless the pack recomputes steps.
/// </summary>
internal sealed class Repairing(FoldState state, LedgerState ledger, RepairRule rule, FoldAction action)
{
    private readonly PolicyEvent _event = action.Event;

    public void Do()
    {
        if (rule.If is { } when && !when.Truth(new CaseScope(state, _event.On) { Event = _event }))
        {
            state.Write(new(action.Day, ledger.Definition.Name, LedgerLineKind.Repaired, 0, _event.Id, rule.If.Text));
            return;
        }

        var entries = Ordered([.. ledger.Entries.Where(IsInReach)]);
        var room = Room();
        var given = 0m;
        if (rule.Points is null)
        {
            foreach (var entry in entries)
            {
                var sum = Give(entry, Math.Min(ByShare(entry), room));
                room -= Math.Abs(sum);
                given += sum;
            }
        }
        else
        {
            var asked = Math.Min(Asked(), room);
            given = FromAll(entries, asked);
        }

        state.Write(new(action.Day, ledger.Definition.Name, LedgerLineKind.Repaired, -given, _event.Id));
        if (rule.RecomputesSteps)
        {
            Reversing.RecomputeSteps(state, ledger, action.Day, _event.Id);
        }
    }

    private bool IsInReach(LedgerEntry entry)
    {
        if (entry.Step is not null || (rule.Names is { } names && !string.Equals(_event.Get(names).Text, entry.Cause, StringComparison.Ordinal)))
        {
            return false;
        }

        var scope = Scope(entry);
        var inTime = (rule.NotAfter is not { } limit || _event.On <= limit.Evaluate(scope).After(entry.Date))
            && (rule.NotBefore is not { } wait || _event.On >= wait.Evaluate(scope).After(entry.Date));
        return inTime && (rule.Of is not { } of || of.Truth(scope));
    }

    private CaseScope Scope(LedgerEntry entry) => new(state, _event.On)
    {
        Event = _event,
        Entry = entry,
        Delay = new Delay(entry.Date, rule.DelayTo is { } field ? _event.Get(field).Date : _event.On),
    };

    private List<LedgerEntry> Ordered(List<LedgerEntry> entries) => rule.Order switch
    {
        "newest" => [.. entries.AsEnumerable().Reverse()],
        "largest" => [.. entries.OrderByDescending(entry => Math.Abs(entry.Left))],
        _ => entries,
    };

    private decimal Asked()
    {
        var points = rule.Points!.Number(new CaseScope(state, _event.On) { Event = _event });
        if (points < 0)
        {
            throw new RuleEvaluationException("SUP5252", _event.Id, Invariant.Text(points));
        }

        return decimal.Round(points, state.Set.Scale) == points
            ? points
            : throw new RuleEvaluationException("SUP5053", _event.Id, Invariant.Text(points), Invariant.Text(state.Set.Scale));
    }

    // A second repair raises the total to the better share; it never adds.
    private decimal ByShare(LedgerEntry entry)
    {
        var scope = Scope(entry);
        foreach (var (when, give) in rule.Shares)
        {
            if (when.Truth(scope))
            {
                var total = give * Math.Abs(entry.Posted);
                total = rule.Round is { } round ? round.Apply(total) : total;
                return Math.Max(0, state.OnScale(total, _event.Id) - entry.Given);
            }
        }

        return 0;
    }

    private decimal Room()
    {
        if (rule.Cap is not { } cap)
        {
            return decimal.MaxValue;
        }

        var from = cap.Per is { } per ? per.Before(_event.On) : new DateOnly(_event.On.Year, 1, 1).AddDays(-1);
        var given = ledger.Repairs.Where(one => one.On > from && one.On <= _event.On).Sum(one => one.Unused + one.Used);
        return Math.Max(0, cap.Points.Number(new CaseScope(state, _event.On) { Event = _event }) - given);
    }

    // All that is unused, oldest first, then all that is used.
    private decimal FromAll(List<LedgerEntry> entries, decimal asked)
    {
        var given = 0m;
        foreach (var fromUnused in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var entry in entries)
            {
                var most = Math.Min(fromUnused ? Math.Abs(entry.Unused) : Math.Abs(entry.Left), asked);
                if (most > 0)
                {
                    asked -= most;
                    given += Give(entry, most);
                }
            }
        }

        return given;
    }

    private decimal Give(LedgerEntry entry, decimal points)
    {
        var sign = Math.Sign(entry.Posted);
        var given = Math.Min(points, Math.Abs(entry.Left));
        if (given <= 0)
        {
            return 0;
        }

        var unused = Math.Min(given, Math.Abs(entry.Unused));
        entry.Left -= sign * given;
        entry.Unused -= sign * unused;
        entry.Given += given;
        ledger.Unused -= sign * unused;
        ledger.Active -= sign * given;
        ledger.Repairs.Add((_event.Id, _event.On, entry, unused, given - unused));
        return sign * given;
    }
}
