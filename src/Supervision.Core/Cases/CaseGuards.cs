using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Cases;

/// <summary>Conditions on the steps up to the notice: clue, filing, handlers, evidence, review.</summary>
internal static class CaseGuards
{
    public static Guard<CaseFacts> Approved => new("approved by the head", facts =>
        string.IsNullOrWhiteSpace(facts.Entry.ApprovedBy) ? Refusal.Of("SUP2310", facts.Entry.Trigger.ToString()) : null);

    public static Guard<CaseFacts> TextGiven => new("facts, reason or measure recorded", facts =>
        string.IsNullOrWhiteSpace(facts.Entry.Text) ? Refusal.Of("SUP2317", facts.Entry.Trigger.ToString()) : null);

    public static Guard<CaseFacts> VerificationExtendable => new("not extended before, and in time", facts =>
        facts.Case.VerificationExtended || IsOver(facts, CaseDeadlineKind.Verify)
            ? Refusal.Of("SUP2311", facts.Entry.Trigger.ToString()) : null);

    public static Guard<CaseFacts> DecisionExtendable => new("in time; the second one decided collectively", facts =>
        facts.Case.DecisionExtensions >= 2 || IsOver(facts, CaseDeadlineKind.Decide)
            || (facts.Case.DecisionExtensions == 1 && facts.Entry.Persons.Distinct(StringComparer.Ordinal).Count() < 2)
            ? Refusal.Of("SUP2311", facts.Entry.Trigger.ToString()) : null);

    public static Guard<CaseFacts> InitialEvidence => new("initial evidence", facts =>
        facts.Entry.Has(CaseMarks.InitialEvidence) ? null : Refusal.Of("SUP2312", facts.Case.Id));

    public static Guard<CaseFacts> OwnJurisdiction => new("own jurisdiction", facts =>
        facts.Entry.Has(CaseMarks.OwnJurisdiction) ? null : Refusal.Of("SUP2313", facts.Case.Id).On(CaseBasis.Penalty("第二十二条")));

    // Plain years: a period of limitation runs into years whose working days nobody has announced, and to move its end
    // would be to the party's disadvantage.
    public static Guard<CaseFacts> WithinLimitation => new("within limitation", facts =>
    {
        var clue = facts.Case.Clue;
        var period = facts.Law.Procedure.Period(clue.HarmsLifeOrHealth ? "limitation.harm" : "limitation", facts.Entry.On);
        var last = clue.ViolationOn.AddYears(period.Length);
        return clue.ReceivedOn <= last ? null
            : Refusal.Of("SUP2314", Invariant.Text(clue.ViolationOn), Invariant.Text(period.Length), Invariant.Text(last)).On(period.Basis);
    });

    public static Guard<CaseFacts> GroundGiven => new("ground given, the party educated where art. 33 asks for it", facts =>
        facts.Entry.Ground is not { } ground ? Refusal.Of("SUP2315", facts.Case.Id)
        : ground is NoPenaltyGround.TrivialAndCorrected or NoPenaltyGround.FirstAndLight or NoPenaltyGround.NoFault
            && !facts.Entry.Has(CaseMarks.PartyEducated)
            ? Refusal.Of("SUP2316", facts.Case.Id).On(CaseBasis.Penalty("第三十三条"))
        : null);

    public static Guard<CaseFacts> GroundForNoPenalty => new("ground for no penalty", facts =>
        facts.Entry.Ground is NoPenaltyGround.NotCompetent or NoPenaltyGround.NoViolation
            ? Refusal.Of("SUP2315", facts.Case.Id) : null);

    // Distinct registered officers, each with a certificate on that day: the same person entered twice is one person.
    public static Guard<CaseFacts> Handlers => new("two qualified handlers, not recused", facts =>
    {
        var persons = facts.Entry.Persons.Distinct(StringComparer.Ordinal).ToList();
        var least = facts.Law.Procedure.Number("handlers", facts.Entry.On);
        if (persons.Count < least.Value)
        {
            return Refusal.Of("SUP2318", Invariant.Text(persons.Count), Invariant.Text(least.Value)).On(least.Basis);
        }

        foreach (var person in persons)
        {
            if (facts.Officers.FirstOrDefault(officer => officer.Id == person) is not { } officer)
            {
                return Refusal.Of("SUP2319", person).On(least.Basis);
            }

            if (officer.CheckDrawable(facts.Entry.On) is { } unfit)
            {
                return unfit.Basis is null ? unfit.On(least.Basis) : unfit;
            }

            if (facts.Recusals.Any(r => r.OfficerId == person && r.SubjectId == facts.Case.SubjectId && r.DecidedOn <= facts.Entry.On))
            {
                return Refusal.Of("SUP2320", person, facts.Case.SubjectId).On(CaseBasis.Penalty("第四十三条"));
            }
        }

        return null;
    });

    public static Guard<CaseFacts> PreservationOpen => new("something is preserved", facts =>
        facts.Case.Preservations.Any(kept => kept.ResolvedOn is null) ? null : Refusal.Of("SUP2321", facts.Case.Id));

    public static Guard<CaseFacts> SeizureOpen => new("something is sealed or seized", facts =>
        facts.Case.Seizures.Any(seizure => seizure.ReleasedOn is null) ? null : Refusal.Of("SUP2323", facts.Case.Id));

    public static Guard<CaseFacts> SeizureExtendable => new("not extended before, and in time", facts =>
        facts.Case.Seizures.Any(seizure => seizure is { ReleasedOn: null, IsExtended: false }) && !IsOver(facts, CaseDeadlineKind.Seizure)
            ? null : Refusal.Of("SUP2311", facts.Entry.Trigger.ToString()));

    public static Guard<CaseFacts> ExclusionNotRunning => new("no such span runs; a hearing makes its own", facts =>
        facts.Entry.Exclusion is { } kind && kind != ExclusionKind.Hearing
            && !facts.Case.Exclusions.Any(e => e.Kind == kind && (e.To is null || e.To >= facts.Entry.On))
            ? null : Refusal.Of("SUP2324", facts.Case.Id, facts.Entry.Exclusion?.ToString() ?? "-"));

    public static Guard<CaseFacts> ExclusionRunning => new("such a span runs", facts =>
        facts.Entry.Exclusion is { } kind && kind != ExclusionKind.Hearing
            && facts.Case.Exclusions.Any(e => e.Kind == kind && e.To is null)
            ? null : Refusal.Of("SUP2324", facts.Case.Id, facts.Entry.Exclusion?.ToString() ?? "-"));

    public static Guard<CaseFacts> ReportComplete => new("final report with facts and a proposal", facts =>
        string.IsNullOrWhiteSpace(facts.Entry.Text) || facts.Entry.Sanction is null ? Refusal.Of("SUP2326", facts.Case.Id)
        : facts.Entry.Sanction.Check());

    public static Guard<CaseFacts> ReviewerIsIndependent => new("a reviewer with the legal qualification, no handler", facts =>
        facts.Entry.Persons is [var reviewer] && !facts.Case.Handlers.Contains(reviewer, StringComparer.Ordinal)
            && facts.Entry.Has(CaseMarks.LegallyQualified)
            ? null : Refusal.Of("SUP2327", facts.Case.Id));

    /// <summary>Whether the last day of a clock lies before the step.</summary>
    private static bool IsOver(CaseFacts facts, CaseDeadlineKind kind) => CaseDeadlines
        .Of(facts.Case, facts.Law, facts.Party).Any(clock => clock.Kind == kind && clock.IsOverdueOn(facts.Entry.On));
}
