using Supervision.Registry;

namespace Supervision.Sampling;

/// <summary>Where a subject stands in a frame, and why. Immutable; the choice is pure.</summary>
/// <param name="Weight">Tier and weight, as a list may have raised them.</param>
/// <param name="Status">Whether it can be drawn, see <see cref="FrameStatus"/>.</param>
/// <param name="IsDue">Whether it must be visited.</param>
internal readonly record struct FramePlace(SubjectWeight Weight, byte Status, bool IsDue)
{
    /// <summary>The first factor of the cell.</summary>
    public string Tier => IsDue ? VisitFrequency.DueCell : Weight.Tier;

    /// <summary>Raises a weight to a tier at least, with that tier's own weight.</summary>
    public static SubjectWeight Raise(SubjectWeight own, FrameMark? mark, IInitialWeighing initial, DateOnly today)
    {
        if (mark?.Tier is not { } least || string.CompareOrdinal(own.Tier, least) >= 0)
        {
            return own;
        }

        return new SubjectWeight(least, Math.Max(own.Weight, initial.For(least, today).Weight));
    }

    /// <summary>
    /// The place of a subject. Whoever is to be left in peace is left out, unless a statute demands the visit; what a caller excludes stays out
    /// for that reason.
    /// </summary>
    public static FramePlace Of(FrameSubject subject, InspectionPlan plan, SubjectWeight weight, FrameMark? mark, byte? excluded, DateOnly today)
    {
        var status = excluded is { } given and not FrameStatus.Eligible ? given : StatusOf(subject, plan, weight, mark, today);
        var due = status == FrameStatus.Eligible && plan.Frequency.IsDue(subject.LastInspectedOn, plan.To);
        return new FramePlace(weight, status == FrameStatus.Eligible && !due && mark is { Tier: null } ? FrameStatus.NoTrouble : status, due);
    }

    private static byte StatusOf(FrameSubject subject, InspectionPlan plan, SubjectWeight weight, FrameMark? mark, DateOnly today)
    {
        if (subject.Status != SubjectStatus.Active)
        {
            return FrameStatus.NotDrawable;
        }

        return (mark is not { WaivesCoolDown: true } && subject.LastInspectedOn is { } last && today.DayNumber - last.DayNumber < RestDays(plan, weight))
            || plan.Frequency.IsTooSoon(subject.LastInspectedOn, today)
                ? FrameStatus.CoolDown
                : FrameStatus.Eligible;
    }

    /// <summary>How long a subject of a weight is left out after a visit.</summary>
    public static int RestDays(InspectionPlan plan, SubjectWeight weight) =>
        plan.Rates.FirstOrDefault(rate => rate.Tier == weight.Tier)?.RestDays ?? plan.CoolDownDays;
}
