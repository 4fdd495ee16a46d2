using Supervision.Registry;

namespace Supervision.Sampling;

/// <summary>Builds the frame of a plan. Who is left out stays in, with the reason: else nobody could check the frame.</summary>
public sealed class PlanFrame(IDrawStore draws, IInitialWeighing initial)
{
    /// <summary>
    /// Streams the plan's subjects into a frame as of a civil date. Cell = tier, division and perhaps industry: tier first, so that
    /// rounding is fairest where risk differs. Whoever must be visited (<see cref="VisitFrequency.IsDue"/>) has
    /// <see cref="VisitFrequency.DueCell"/> in place of the tier.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="today">The day on which eligibility is decided.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="exclusions">Subjects that are left out for another reason than their own dates, with its code; null for none.</param>
    public async Task<Frame> BuildAsync(
        InspectionPlan plan, DateOnly today, CancellationToken cancellationToken, IReadOnlyDictionary<string, byte>? exclusions = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var frame = new FrameBuilder();
        var cells = new Dictionary<(string, string, string), string>();
        await foreach (var subject in draws.StreamFrameAsync(plan.DivisionCode, plan.SubjectCategories, cancellationToken)
            .ConfigureAwait(false))
        {
            var weight = subject.Weight ?? initial.For(subject.DeliveredRiskClass, today);
            var status = exclusions?.GetValueOrDefault(subject.Id) is { } excluded and not FrameStatus.Eligible
                ? excluded
                : StatusOf(subject, plan, today);
            var due = status == FrameStatus.Eligible && plan.Frequency.IsDue(subject.LastInspectedOn, plan.To);
            var factors = (due ? VisitFrequency.DueCell : weight.Tier, subject.DivisionCode, plan.ByIndustry ? subject.IndustryCode : "");
            if (!cells.TryGetValue(factors, out var cell))
            {
                cells[factors] = cell = plan.ByIndustry
                    ? CellKey.Of(factors.Item1, factors.DivisionCode, factors.Item3)
                    : CellKey.Of(factors.Item1, factors.DivisionCode);
            }

            frame.Add(new FrameRecord(subject.Id, cell, (uint)weight.Weight, status));
        }

        return frame.Build();
    }

    /// <summary>How many subjects of the plan's area could be drawn today, by tier, with the sum of their weights.</summary>
    public async Task<IReadOnlyList<TierCount>> CountAsync(
        string divisionCode, IReadOnlyList<string> categories, DateOnly today, CancellationToken cancellationToken)
    {
        var tiers = new SortedDictionary<string, TierCount>(StringComparer.Ordinal);
        await foreach (var subject in draws.StreamFrameAsync(divisionCode, categories, cancellationToken).ConfigureAwait(false))
        {
            if (subject.Status == SubjectStatus.Active)
            {
                var weight = subject.Weight ?? initial.For(subject.DeliveredRiskClass, today);
                var count = tiers.GetValueOrDefault(weight.Tier) ?? new TierCount(weight.Tier, 0, 0);
                tiers[weight.Tier] = new TierCount(weight.Tier, count.Subjects + 1, count.WeightSum + weight.Weight);
            }
        }

        return [.. tiers.Values];
    }

    private static byte StatusOf(FrameSubject subject, InspectionPlan plan, DateOnly today)
    {
        if (subject.Status != SubjectStatus.Active)
        {
            return FrameStatus.NotDrawable;
        }

        return (subject.LastInspectedOn is { } last && today.DayNumber - last.DayNumber < plan.CoolDownDays)
            || plan.Frequency.IsTooSoon(subject.LastInspectedOn, today)
                ? FrameStatus.CoolDown
                : FrameStatus.Eligible;
    }
}
