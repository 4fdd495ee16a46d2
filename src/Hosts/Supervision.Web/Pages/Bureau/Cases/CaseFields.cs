using Supervision.Cases;
using static Supervision.Web.Pages.Bureau.Cases.CaseField;

namespace Supervision.Web.Pages.Bureau.Cases;

/// <summary>Which fields and marks the form of each step has. Whether what they hold is enough, the guards of the life-cycle say.</summary>
internal static class CaseFields
{
    private const CaseMarks Signing = CaseMarks.PartySigned | CaseMarks.RefusalNoted;
    private const CaseMarks Gravity = CaseMarks.PublicInterest | CaseMarks.Complex | CaseMarks.StatutoryReview | CaseMarks.Major;

    private static readonly Dictionary<CaseTrigger, (CaseMarks Marks, CaseField[] Fields)> s_forms = new()
    {
        [CaseTrigger.ExtendVerification] = (CaseMarks.None, [ApprovedBy]),
        [CaseTrigger.File] = (CaseMarks.InitialEvidence | CaseMarks.OwnJurisdiction, [Text, ApprovedBy]),
        [CaseTrigger.DoNotFile] = (CaseMarks.PartyEducated, [Ground, Text, ApprovedBy]),
        [CaseTrigger.DecideSummary] = (CaseMarks.RightsTold | Signing | CaseMarks.OutOfProvince, [CaseField.Sanction, Benchmarks, Text, Persons]),
        [CaseTrigger.AssignHandlers] = (CaseMarks.None, [Persons]),
        [CaseTrigger.PreserveEvidence] = (CaseMarks.Urgent, [Text, ApprovedBy]),
        [CaseTrigger.ResolvePreservation] = (CaseMarks.None, [Text]),
        [CaseTrigger.Seize] = (CaseMarks.Urgent, [Text, ApprovedBy, Planned]),
        [CaseTrigger.ExtendSeizure] = (CaseMarks.None, [Text, ApprovedBy]),
        [CaseTrigger.ReleaseSeizure] = (CaseMarks.None, [Text]),
        [CaseTrigger.BeginExclusion] = (CaseMarks.None, [CaseField.Exclusion]),
        [CaseTrigger.EndExclusion] = (CaseMarks.None, [CaseField.Exclusion]),
        [CaseTrigger.ExtendDecision] = (CaseMarks.None, [ApprovedBy, Persons]),
        [CaseTrigger.SubmitForReview] = (Gravity, [Text, CaseField.Sanction]),
        [CaseTrigger.PassReview] = (CaseMarks.LegallyQualified, [Persons, Text]),
        [CaseTrigger.ReturnFromReview] = (CaseMarks.LegallyQualified, [Persons, Text]),
        [CaseTrigger.ServeNotice] = (CaseMarks.RightsTold | CaseMarks.HearingRightTold | Gravity, [CaseField.Sanction, Benchmarks, Text]),
        [CaseTrigger.RecordPlea] = (CaseMarks.None, [Text]),
        [CaseTrigger.AnswerPlea] = (CaseMarks.PleaAccepted, [Text]),
        [CaseTrigger.WaiveRights] = (CaseMarks.PartySigned, []),
        [CaseTrigger.RequestHearing] = (CaseMarks.None, []),
        [CaseTrigger.NotifyHearing] = (CaseMarks.None, [Planned, Persons, Reference, Text]),
        [CaseTrigger.HoldHearing] = (Signing, [Text]),
        [CaseTrigger.TerminateHearing] = (CaseMarks.None, [Text]),
        [CaseTrigger.ReviewHearing] = (CaseMarks.LegallyQualified, [Persons, Text]),
        [CaseTrigger.Discuss] = (CaseMarks.None, [Persons, CaseField.Sanction, Text]),
        [CaseTrigger.ReturnToInvestigation] = (CaseMarks.NewFacts, [Text]),
        [CaseTrigger.Decide] = (Gravity | CaseMarks.OutOfProvince, [CaseField.Sanction, Benchmarks, Text, ApprovedBy]),
        [CaseTrigger.DecideNoPenalty] = (CaseMarks.PartyEducated, [Ground, Text, ApprovedBy]),
        [CaseTrigger.Dismiss] = (CaseMarks.None, [Text, ApprovedBy]),
        [CaseTrigger.ReferToPolice] = (CaseMarks.None, [Reference, Text, Persons, Planned, ApprovedBy, ApprovedOn]),
        [CaseTrigger.HandOver] = (CaseMarks.None, [Reference, Text, ApprovedBy]),
        [CaseTrigger.RecordAnswer] = (CaseMarks.None, [Text]),
        [CaseTrigger.TakeBack] = (CaseMarks.None, [Text]),
        [CaseTrigger.WithdrawCase] = (CaseMarks.None, [Text, ApprovedBy]),
        [CaseTrigger.Serve] = (CaseMarks.PublicityTold | CaseMarks.PartySigned, [Method, Planned]),
        [CaseTrigger.ReportSummary] = (CaseMarks.None, []),
        [CaseTrigger.RecordPayment] = (CaseMarks.OnSpot | CaseMarks.HardToEnforceLater | CaseMarks.RemoteAndAsked, [Amount, Reference]),
        [CaseTrigger.HandInCash] = (CaseMarks.ToBank, []),
        [CaseTrigger.GrantInstalments] = (CaseMarks.PartyApplied, [Instalments, ApprovedBy]),
        [CaseTrigger.MarkOverdue] = (CaseMarks.None, []),
        [CaseTrigger.Demand] = (CaseMarks.PartySigned, [Method, Planned]),
        [CaseTrigger.ApplyToCourt] = (CaseMarks.None, [ApprovedBy]),
        [CaseTrigger.BeginRemedy] = (CaseMarks.None, [CaseField.Remedy]),
        [CaseTrigger.EndRemedy] = (CaseMarks.None, [Text]),
        [CaseTrigger.ChangeDecision] = (CaseMarks.None, [CaseField.Sanction, Text]),
        [CaseTrigger.Annul] = (CaseMarks.None, [Text]),
        [CaseTrigger.Publish] = (CaseMarks.None, [Channel]),
        [CaseTrigger.WithdrawPublication] = (CaseMarks.None, [Text]),
        [CaseTrigger.StopPublication] = (CaseMarks.None, [Text]),
        [CaseTrigger.Close] = (CaseMarks.CourtEnded, []),
        [CaseTrigger.Archive] = (CaseMarks.None, []),
    };

    /// <summary>Steps that people take; what another department's system is sent and reports, the program records.</summary>
    public static IReadOnlyCollection<CaseTrigger> ByPeople => s_forms.Keys;

    public static IReadOnlyList<CaseField> Of(CaseTrigger trigger) => s_forms[trigger].Fields;

    /// <summary>Key of the words over a field: of those that mean something else from step to step, the step's own.</summary>
    public static string KeyOf(CaseTrigger trigger, CaseField field) => field switch
    {
        Planned or Reference => $"case.{field.ToString().ToLowerInvariant()}.{trigger}",
        Text when trigger is CaseTrigger.File or CaseTrigger.NotifyHearing => $"case.text.{trigger}",
        _ => $"case.field.{field}",
    };

    /// <summary>The marks that the form of a step offers, one by one.</summary>
    public static IEnumerable<CaseMarks> MarksOf(CaseTrigger trigger) =>
        Enum.GetValues<CaseMarks>().Where(mark => mark != CaseMarks.None && s_forms[trigger].Marks.HasFlag(mark));
}
