using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Sampling;

/// <summary>
/// Builds the frame of a plan. Who is left out stays in, with the reason: else nobody could check the frame. What lists say of a subject counts:
/// key supervision raises its tier and weight, who is to be left in peace is left out.
/// </summary>
public sealed class PlanFrame(IDrawStore draws, IInitialWeighing initial, IFrameMarks marks)
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
        var marked = await marks.OnAsync(today, cancellationToken).ConfigureAwait(false);
        await foreach (var subject in draws.StreamFrameAsync(plan.DivisionCode, plan.SubjectCategories, cancellationToken)
            .ConfigureAwait(false))
        {
            var mark = marked.GetValueOrDefault(subject.Id);
            var place = FramePlace.Of(subject, plan, WeightOf(subject, mark, today), mark, exclusions?.GetValueOrDefault(subject.Id), today);
            var factors = (place.Tier, subject.DivisionCode, plan.ByIndustry ? subject.IndustryCode : "");
            if (!cells.TryGetValue(factors, out var cell))
            {
                cells[factors] = cell = CellOf(plan, place, subject);
            }

            frame.Add(new FrameRecord(subject.Id, cell, (uint)place.Weight.Weight, place.Status));
        }

        return frame.Build();
    }

    /// <summary>How many subjects of the plan's area could be drawn today, by tier, with the sum of their weights.</summary>
    public async Task<IReadOnlyList<TierCount>> CountAsync(
        string divisionCode, IReadOnlyList<string> categories, DateOnly today, CancellationToken cancellationToken)
    {
        var tiers = new SortedDictionary<string, TierCount>(StringComparer.Ordinal);
        var marked = await marks.OnAsync(today, cancellationToken).ConfigureAwait(false);
        await foreach (var subject in draws.StreamFrameAsync(divisionCode, categories, cancellationToken).ConfigureAwait(false))
        {
            var mark = marked.GetValueOrDefault(subject.Id);
            if (subject.Status == SubjectStatus.Active && mark is not { Tier: null })
            {
                var weight = WeightOf(subject, mark, today);
                var count = tiers.GetValueOrDefault(weight.Tier) ?? new TierCount(weight.Tier, 0, 0);
                tiers[weight.Tier] = new TierCount(weight.Tier, count.Subjects + 1, count.WeightSum + weight.Weight);
            }
        }

        return [.. tiers.Values];
    }

    /// <summary>
    /// Why a subject stands where it stands in the frame of a plan on a civil date, or why it is left out: cell and weight, ratio, where the
    /// weight comes from, the entry of a list that changed it. Reads the plan's subjects up to this one. SUP3161: it is none of them.
    /// </summary>
    public async Task<Outcome<Explanation>> ExplainAsync(InspectionPlan plan, string subjectId, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var mark = (await marks.OnAsync(today, cancellationToken).ConfigureAwait(false)).GetValueOrDefault(subjectId);
        await foreach (var subject in draws.StreamFrameAsync(plan.DivisionCode, plan.SubjectCategories, cancellationToken).ConfigureAwait(false))
        {
            if (subject.Id == subjectId)
            {
                var place = FramePlace.Of(subject, plan, WeightOf(subject, mark, today), mark, excluded: null, today);
                return Explain(plan, subject, place, mark, today);
            }
        }

        return Refusal.Of("SUP3161", subjectId, plan.Id);
    }

    private static string CellOf(InspectionPlan plan, FramePlace place, FrameSubject subject) => plan.ByIndustry
        ? CellKey.Of(place.Tier, subject.DivisionCode, subject.IndustryCode)
        : CellKey.Of(place.Tier, subject.DivisionCode);

    private SubjectWeight WeightOf(FrameSubject subject, FrameMark? mark, DateOnly today) =>
        FramePlace.Raise(subject.Weight ?? initial.For(subject.DeliveredRiskClass, today), mark, initial, today);

    private Explanation Explain(InspectionPlan plan, FrameSubject subject, FramePlace place, FrameMark? mark, DateOnly today)
    {
        var own = subject.Weight ?? initial.For(subject.DeliveredRiskClass, today);
        var ppm = place.IsDue ? DrawRate.Whole : plan.Rates.FirstOrDefault(rate => rate.Tier == place.Tier)?.Ppm ?? 0;
        var conclusion = place.Status == FrameStatus.Eligible
            ? Message.Of(
                "frame.eligible", subject.Id, plan.Id, Invariant.Text(today), CellOf(plan, place, subject), Invariant.Text(place.Weight.Weight), Invariant.Text(ppm))
            : Message.Of($"frame.left.{Invariant.Text(place.Status)}", subject.Id, plan.Id, Invariant.Text(today));
        List<Explanation> because =
        [
            Explanation.Of(Message.Of(
                subject.Weight is null ? "frame.weight.initial" : "frame.weight.assessed", own.Tier, Invariant.Text(own.Weight))),
        ];
        if (place.IsDue)
        {
            because.Add(Explanation.Of(Message.Of(
                "frame.due", subject.LastInspectedOn is { } last ? Invariant.Text(last) : "-", Invariant.Text(plan.Frequency.AtLeastOnceInMonths!.Value))));
        }

        if (place.Status == FrameStatus.CoolDown)
        {
            because.Add(Explanation.Of(Message.Of(
                "frame.rest", Invariant.Text(subject.LastInspectedOn!.Value), Invariant.Text(FramePlace.RestDays(plan, place.Weight)))));
        }

        if (mark is not null)
        {
            because.Add(mark.Why);
        }

        because.Add(Explanation.Of(Message.Of("frame.ratios", plan.RatioSource)));
        return Explanation.Of(conclusion, [.. because]);
    }
}
