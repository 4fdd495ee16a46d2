using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>When an entry ends. Immutable.</summary>
internal sealed record WindowRule
{
    public static WindowRule None { get; } = new() { Kind = WindowKind.None };

    public required WindowKind Kind { get; init; }

    /// <summary>Length of a rolling window or of a cycle; the length of a calendar period in months.</summary>
    public Period Length { get; init; }

    /// <summary>Whether <c>until</c> itself still counts.</summary>
    public bool LastDayIncluded { get; init; }

    /// <summary>The fixed date that a cycle counts from, or null.</summary>
    public DateOnly? Anchor { get; init; }

    /// <summary>The date attribute of the subject that a cycle counts from; null for the first entry.</summary>
    public string? AnchorAttribute { get; init; }

    public RuleExpression? Hold { get; init; }

    public RuleExpression? Carry { get; init; }

    /// <summary>Whether what is recorded after its period has closed goes back into it.</summary>
    public bool Reopens { get; init; } = true;

    public bool HasPeriods => Kind is WindowKind.Calendar or WindowKind.Cycle;

    /// <summary>The first day after the period that a date lies in.</summary>
    public DateOnly PeriodEnd(DateOnly date, DateOnly anchor)
    {
        var start = Kind is WindowKind.Calendar ? new DateOnly(date.Year, 1, 1) : anchor;
        var length = Math.Max(1, (Length.Months * 30) + Length.Days);
        var count = (date.DayNumber - start.DayNumber) / length;
        while (Length.After(start, count) > date)
        {
            count--;
        }

        while (Length.After(start, count) <= date)
        {
            count++;
        }

        return Length.After(start, count);
    }
}
