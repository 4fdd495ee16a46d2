using Supervision.Registry;

namespace Supervision.Sampling;

/// <summary>Builds the frame of a plan. Who is left out stays in, with the reason: else nobody could check the frame.</summary>
public sealed class PlanFrame(IDrawStore draws, IInitialWeighing initial)
{
    /// <summary>
    /// Streams the plan's subjects into a frame as of a civil date. Cell = tier, '|', division: tier first, so that
    /// rounding is fairest where risk differs.
    /// </summary>
    public async Task<Frame> BuildAsync(InspectionPlan plan, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var frame = new FrameBuilder();
        var cells = new Dictionary<(string, string), string>();
        await foreach (var subject in draws.StreamFrameAsync(plan.DivisionCode, plan.SubjectCategories, cancellationToken)
            .ConfigureAwait(false))
        {
            var weight = subject.Weight ?? initial.For(subject.DeliveredRiskClass, today);
            if (!cells.TryGetValue((weight.Tier, subject.DivisionCode), out var cell))
            {
                cells[(weight.Tier, subject.DivisionCode)] = cell = $"{weight.Tier}|{subject.DivisionCode}";
            }

            frame.Add(new FrameRecord(subject.Id, cell, (uint)weight.Weight, StatusOf(subject, plan, today)));
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

        return subject.LastInspectedOn is { } last && today.DayNumber - last.DayNumber < plan.CoolDownDays
            ? FrameStatus.CoolDown
            : FrameStatus.Eligible;
    }
}
