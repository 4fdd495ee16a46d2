using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Cases;

/// <summary>Conditions on a decision: what must have gone before, and what it may impose.</summary>
internal static class DecisionGuards
{
    public static Guard<CaseFacts> SanctionGiven => new("a sanction", facts =>
        facts.Entry.Sanction is null ? Refusal.Of("SUP2371", PenaltyKind.None.ToString(), "0") : facts.Entry.Sanction.Check());

    public static Guard<CaseFacts> WindowOver => new("the party could plead and ask for a hearing, or waived it", facts =>
    {
        var c = facts.Case;
        // A hearing that was held lies after these days; one that was given up does not end them.
        if (c.RightsWaived)
        {
            return null;
        }

        var served = c.Notice!.ServedOn;
        var keys = facts.Law.IsHeavy(c.Notice.Sanction, facts.Party, served) ? (string[])["plea", "hearing.request"] : ["plea"];
        var last = keys.Max(key => facts.Law.Clock.Due(facts.Law.Procedure.Period(key, served), served).Due);
        return facts.Entry.On > last ? null : Refusal.Of("SUP2342", c.Id, Invariant.Text(last)).On(CaseBasis.Penalty("第六十二条"));
    });

    public static Guard<CaseFacts> PleasAnswered => new("every plea was looked into", facts =>
    {
        var open = facts.Case.Pleas.Count(plea => plea.AnsweredOn is null);
        return open == 0 ? null : Refusal.Of("SUP2343", facts.Case.Id, Invariant.Text(open)).On(CaseBasis.Penalty("第四十五条"));
    });

    public static Guard<CaseFacts> NotHeavierThanNotice => new("not heavier than the notice", facts =>
        facts.Entry.Sanction!.IsHeavierThan(facts.Case.Notice!.Sanction)
            ? NoticeGuards.HeavierThan(facts.Case, facts.Case.Notice.Sanction).On(CaseBasis.Penalty("第四十五条")) : null);

    public static Guard<CaseFacts> Reviewed => new("legal review passed where it is needed", facts =>
    {
        var c = facts.Case;
        var asked = (MarksOf(facts) & NoticeGuards.AsksForReview) != CaseMarks.None;
        return (asked && !c.ReviewPassed) || (c.Hearing is { WasHeld: true, ReviewedOn: null })
            ? Refusal.Of("SUP2344", c.Id).On(CaseBasis.Penalty("第五十八条")) : null;
    });

    // 行政处罚法 art. 57(2): complex or grave. A case whose sanction gives a right to a hearing is a grave one.
    public static Guard<CaseFacts> Collective => new("decided collectively where it is complex or grave", facts =>
    {
        var c = facts.Case;
        var marks = MarksOf(facts);
        var needed = marks.HasFlag(CaseMarks.Complex) || marks.HasFlag(CaseMarks.Major) || c.DecisionExtensions >= 2
            || facts.Law.IsHeavy(facts.Entry.Sanction!, facts.Party, facts.Entry.On);
        return needed && (c.Discussion is null || facts.Entry.Sanction!.IsHeavierThan(c.Discussion.Sanction))
            ? Refusal.Of("SUP2345", c.Id).On(CaseBasis.Penalty("第五十七条")) : null;
    });

    public static Guard<CaseFacts> WithinBenchmark => new("within the rule and its grade", facts =>
    {
        var entry = facts.Entry;
        if (entry.Benchmarks.Count == 0 || entry.Grade is not { } grade)
        {
            return Refusal.Of("SUP2330", facts.Case.Id, "-").On(CaseBasis.Penalty("第三十四条"));
        }

        var rules = new List<DiscretionBenchmark>();
        foreach (var id in entry.Benchmarks)
        {
            if (facts.Law.Benchmarks.Find(id, facts.Case.Clue.ViolationOn, entry.On) is not { } rule)
            {
                return Refusal.Of("SUP2330", facts.Case.Id, id).On(CaseBasis.Penalty("第三十四条"));
            }

            rules.Add(rule);
        }

        var highest = rules.MaxBy(rule => rule.MaxFine)!;
        return entry.Sanction!.Fine > 0 && rules[0].MaxFine < highest.MaxFine
            ? Refusal.Of("SUP2334", rules[0].Id, highest.Id).On(CaseBasis.Penalty("第二十九条"))
            : rules[0].Check(entry.Sanction, grade, entry.Text);
    });

    public static Guard<CaseFacts> LighterForMinors => new("lighter or reduced for a party of 14 to 17", facts =>
        facts.Case.Clue.PartyIsMinor && facts.Entry.Grade is not (PenaltyGrade.Lighter or PenaltyGrade.Reduced)
            ? Refusal.Of("SUP2369", facts.Case.Id).On(CaseBasis.Penalty("第三十条")) : null);

    public static Guard<CaseFacts> FinedOnce => new("the act was not fined before", facts =>
        facts.Entry.Sanction!.Fine > 0
            && facts.Others.FirstOrDefault(other => (other.IsFined || other.Transfer?.Decision is { Sanction.Fine: > 0 }) && other.Clue.ActId == facts.Case.Clue.ActId) is { } other
            ? Refusal.Of("SUP2346", facts.Case.Clue.ActId, other.Id).On(CaseBasis.Penalty("第二十九条")) : null);

    // A law may let penalties add up: after so many of them within some months, what follows has to stop the business or take its licence.
    public static Guard<CaseFacts> StopsAfterRepeats => new("stops the business where the penalties of a year add up", facts =>
    {
        var (entry, procedure) = (facts.Entry, facts.Law.Procedure);
        if (LawWhosePenaltiesAddUp(facts) is not { } law)
        {
            return null;
        }

        var most = procedure.Number($"repeats.{law}", entry.On);

        var stopping = procedure.Kinds($"repeats.{law}", entry.On);
        var since = entry.On.AddMonths(-(int)procedure.Number($"repeats.{law}.months", entry.On).Value);
        var counted = facts.Others.Where(other => other is { IsAnnulled: false, Decision: { } decision } && decision.On > since && decision.On <= entry.On
            && (decision.Sanction.Kinds & stopping) == PenaltyKind.None && LawOf(facts, decision.Benchmarks, other.Clue, decision.On) == law).ToList();
        return counted.Count < most.Value || (entry.Sanction!.Kinds & stopping) != PenaltyKind.None
            ? null : Refusal.Of("SUP2245", facts.Case.Id, law, string.Join(", ", counted.Select(other => other.Id)), stopping.ToString()).On(most.Basis);
    });

    public static Guard<CaseFacts> SummaryAllowed => new("a warning, or a fine within the limit of the summary procedure", facts =>
    {
        var limit = facts.Law.Procedure.Number($"summary.{CaseLaw.PartyKey(facts.Party)}", facts.Entry.On);
        var sanction = facts.Entry.Sanction!;
        return (sanction.Kinds & ~(PenaltyKind.Warning | PenaltyKind.Fine)) == PenaltyKind.None && sanction.Fine <= limit.Value
            ? null : Refusal.Of("SUP2347", sanction.Kinds.ToString(), Invariant.Text(sanction.Fine), Invariant.Text(limit.Value)).On(limit.Basis);
    });

    public static Guard<CaseFacts> ToldAndHandedOver => new("rights told, decision handed over, refusal to sign noted", facts =>
        facts.Entry.Has(CaseMarks.RightsTold) && (facts.Entry.Has(CaseMarks.PartySigned) || facts.Entry.Has(CaseMarks.RefusalNoted))
            ? null : Refusal.Of("SUP2348", facts.Case.Id).On(CaseBasis.Penalty("第五十二条")));

    /// <summary>Whether the law that is applied counts the penalties of a year at all. Pure.</summary>
    internal static bool MayAddUp(CaseFacts facts) => LawWhosePenaltiesAddUp(facts) is not null;

    private static string? LawWhosePenaltiesAddUp(CaseFacts facts) =>
        LawOf(facts, facts.Entry.Benchmarks, facts.Case.Clue, facts.Entry.On) is { } law && facts.Law.Procedure.FindNumber($"repeats.{law}", facts.Entry.On) is not null ? law : null;

    private static string? LawOf(CaseFacts facts, IReadOnlyList<string> benchmarks, CaseClue clue, DateOnly on) =>
        benchmarks.Count == 0 ? null : facts.Law.Benchmarks.Find(benchmarks[0], clue.ViolationOn, on)?.Basis.Law;

    // What any of report, notice and decision says of the case holds for the decision.
    private static CaseMarks MarksOf(CaseFacts facts) =>
        facts.Case.Notice!.Marks | facts.Entry.Marks | (facts.Case.Report?.Marks ?? CaseMarks.None);
}
