using System.Globalization;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Data;

/// <summary>
/// Writes our tasks and cases as rows of the national act tables. Pure. What is not known stays empty: the rules of the standard say then
/// what is missing, instead of an invented value.
/// </summary>
internal static class ActRows
{
    private const string No = "0";
    private const string Yes = "1";

    public static Dictionary<string, string?> Inspection(InspectionTask task, ActSources from) => new(Common(task.SubjectId, task.ItemCode, from), StringComparer.Ordinal)
    {
        ["plan_no"] = task.DrawId,
        ["checklist_code"] = from.Profile.Checklists.GetValueOrDefault(task.Checklist.Id),
        ["act_no"] = task.Id,
        ["act_name"] = from.Item is null ? null : $"对{from.Subject?.Name ?? task.SubjectId}的{from.Item.Name}",
        ["check_form"] = "现场检查",
        ["check_category"] = task.Source switch
        {
            TaskSource.PlanDraw => "双随机抽查",
            TaskSource.Complaint or TaskSource.Warning or TaskSource.Coordination => "个案检查",
            _ => "日常检查",
        },
        ["check_method"] = task.Source == TaskSource.PlanDraw ? "随机抽查" : "其他",
        ["result"] = task.ResultCodes ?? (task.Entries.Any(entry => entry.Answer == CheckAnswer.NonConform) ? "发现问题" : "未发现问题"),
        ["inspected_at"] = Time(task.RecordedAt),
        ["officers"] = from.NamesOf(task.PresentOfficerIds),
        ["certificates"] = from.CertificatesOf(task.PresentOfficerIds),
        ["reporter"] = from.Profile.Reporter,
    };

    /// <summary>An order to correct is an act of its own, which points to its inspection.</summary>
    public static Dictionary<string, string?> Order(InspectionTask task, ActSources from) => new(Common(task.SubjectId, task.ItemCode, from), StringComparer.Ordinal)
    {
        ["act_no"] = $"{task.Id}/order",
        ["act_name"] = "责令改正",
        ["inspection_no"] = task.Id,
        ["kind"] = "责令改正",
        ["content"] = string.Join(';', task.Order!.PointIds),
        ["made_on"] = Date(task.Order.IssuedOn),
        ["due_on"] = Date(task.Order.DueOn),
        ["officers"] = from.NamesOf(task.PresentOfficerIds),
    };

    public static Dictionary<string, string?> Penalty(PenaltyCase made, ActSources from)
    {
        var (decision, noPenalty) = (made.Decision, made.Steps.Any(step => step.To == CaseState.NoPenalty));
        return new(Common(made.SubjectId, null, from), StringComparer.Ordinal)
        {
            ["act_no"] = made.Id,
            ["act_name"] = $"对{from.Subject?.Name ?? made.SubjectId}的行政处罚",
            ["source"] = made.Clue.Source.ToString(),
            ["inspection_no"] = made.Clue.TaskId,
            ["facts"] = made.Clue.Facts,
            ["basis"] = decision is null ? null : string.Join(';', decision.Benchmarks),
            ["procedure"] = decision?.Procedure switch { CaseProcedure.Summary => "简易程序", CaseProcedure.Ordinary => "普通程序", _ => null },
            ["hearing"] = made.Hearing is { WasHeld: true } ? Yes : No,
            ["filed_on"] = Date(made.FiledOn),
            ["criminal"] = made.Transfer is { ToPolice: true } ? Yes : No,
            ["reviewed_on"] = Date(made.Report?.ReviewedOn),
            ["discussed_on"] = Date(made.Discussion?.On),
            ["document_no"] = decision?.Number,
            ["decided_on"] = Date(decision?.On ?? made.ConcludedOn),
            ["extended"] = made.DecisionExtensions > 0 || made.Exclusions.Count > 0 ? Yes : No,
            ["penalty_kind"] = decision is null ? null : Kinds(decision.Sanction.Kinds),
            ["fine"] = decision is { Sanction.Fine: > 0 and var fine } ? Invariant.Text(fine) : null,
            ["result"] = noPenalty ? "不予处罚" : decision is null ? null : made.IsAnnulled ? "已撤销" : "已处罚",
            ["review"] = made.Remedies.Any(remedy => remedy.Kind == RemedyKind.Review) ? Yes : No,
            ["litigation"] = made.Remedies.Any(remedy => remedy.Kind != RemedyKind.Review) ? Yes : No,
            ["closing_mode"] = made.ClosedOn is null ? null : made.AppliedToCourtOn is null ? "自觉履行" : "强制执行",
            ["paid"] = made.Payments.Count == 0 ? null : Invariant.Text(made.Payments.Sum(payment => payment.Amount)),
            ["no_penalty"] = noPenalty ? Yes : No,
            ["closed_on"] = Date(made.ClosedOn),
            ["officers"] = from.NamesOf(made.Handlers),
            ["transferred_on"] = Date(made.Transfer?.On),
            ["published_on"] = Date(made.Publications.Select(publication => (DateOnly?)publication.On).Min()),
        };
    }

    public static Dictionary<string, string?> Compulsion(PenaltyCase made, int index, ActSources from)
    {
        var seizure = made.Seizures[index];
        return new(Common(made.SubjectId, null, from), StringComparer.Ordinal)
        {
            ["act_no"] = $"{made.Id}/seizure-{Invariant.Text(index + 1)}",
            ["act_name"] = "查封、扣押",
            ["inspection_no"] = made.Clue.TaskId,
            ["case_no"] = made.Id,
            ["kind"] = "查封、扣押",
            ["things"] = seizure.Items,
            ["imposed_on"] = Date(seizure.On),
            ["urgent"] = seizure.IsUrgent ? Yes : No,
            ["urgent_reported_on"] = Date(seizure.ReportedOn),
            ["extended"] = seizure.IsExtended ? Yes : No,
            ["released_on"] = Date(seizure.ReleasedOn),
            ["officers"] = from.NamesOf(made.Handlers),
        };
    }

    private static Dictionary<string, string?> Common(string subjectId, string? itemCode, ActSources from) => new(StringComparer.Ordinal)
    {
        ["item_code"] = from.Item?.NationalCode ?? itemCode,
        ["body_name"] = from.Agency.Name,
        ["body_code"] = from.Profile.BodyCode,
        ["delegated_name"] = from.Profile.DelegatedBy?.Name,
        ["delegated_code"] = from.Profile.DelegatedBy?.Code,
        ["subject_type"] = from.Subject?.Kind.ToString(),
        ["subject_name"] = from.Subject?.Name,
        ["party_name"] = from.Subject?.Name,
        ["party_nature"] = from.Subject?.Kind switch
        {
            null => null,
            SubjectKind.NaturalPerson => "自然人",
            SubjectKind.SelfEmployed => "个体工商户",
            _ => "法人及非法人组织",
        },
        ["party_id_type"] = from.Subject?.Uscc is null ? "其他" : "统一社会信用代码",
        ["party_id"] = from.Subject?.Uscc?.Value ?? subjectId,
        ["business_address"] = from.Subject?.Address,
        ["division"] = from.Subject?.DivisionCode,
    };

    private static string Kinds(PenaltyKind kinds) => string.Join(';', Enum.GetValues<PenaltyKind>()
        .Where(kind => kind != PenaltyKind.None && kinds.HasFlag(kind))
        .Select(kind => kind switch
        {
            PenaltyKind.Warning => "警告",
            PenaltyKind.Reprimand => "通报批评",
            PenaltyKind.Fine => "罚款",
            PenaltyKind.ConfiscationOfGains => "没收违法所得",
            PenaltyKind.ConfiscationOfGoods => "没收非法财物",
            PenaltyKind.LicenceSuspension => "暂扣许可证件",
            PenaltyKind.Downgrade => "降低资质等级",
            PenaltyKind.Revocation => "吊销许可证件",
            PenaltyKind.ActivityRestriction => "限制开展生产经营活动",
            PenaltyKind.BusinessSuspension => "责令停产停业",
            PenaltyKind.Closure => "责令关闭",
            PenaltyKind.CareerLimit => "限制从业",
            PenaltyKind.Detention => "行政拘留",
            _ => "其他",
        }));

    private static string? Date(DateOnly? day) => day is { } known ? Invariant.Text(known) : null;

    private static string? Time(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
