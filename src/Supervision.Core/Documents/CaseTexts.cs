using System.Globalization;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Registry;
using static Supervision.Documents.TaskDocuments;

namespace Supervision.Documents;

/// <summary>The texts of the documents of one case as it stood after the step that gives the document.</summary>
internal sealed class CaseTexts(CaseFile file)
{
    private readonly PenaltyCase _case = file.Case;
    private readonly CaseEntry _entry = file.Case.Steps[^1].Entry;

    public DocumentFacts AdvanceNotice()
    {
        var notice = _case.Notice!;
        return Facts([
            .. Party(), ("case", Cause()), ("facts", notice.Text), ("evidence", Evidence()),
            ("basis", Basis(notice.Benchmarks)), ("penalty", SanctionText.Of(notice.Sanction)), ("hearing", HearingRight(notice)),
            ("date", Date(notice.ServedOn)), .. Contact(),
        ]);
    }

    // Where it is held comes from the step: without a place there is no notice.
    public DocumentFacts HearingNotice()
    {
        var hearing = _case.Hearing!;
        return Facts([
            .. Party(), ("case", Cause()), ("requestedOn", Date(hearing.RequestedOn)), ("heldAt", Date(hearing.PlannedOn!.Value)),
            ("place", _entry.Reference ?? ""), ("mode", _entry.Text.Length > 0 ? _entry.Text : "公开"), ("chair", Name(hearing.Chair!)),
            ("date", Date(hearing.NotifiedOn!.Value)), .. Contact(),
        ]);
    }

    public DocumentFacts Decision()
    {
        var decision = _case.Decision!;
        return Facts([
            .. Party(), ("case", Cause()), ("facts", _case.Notice!.Text), ("evidence", Evidence()), ("notice", HowHeard()),
            ("basis", Basis(decision.Benchmarks)), ("discretion", Discretion(decision)), ("penalty", SanctionText.Of(decision.Sanction)),
            ("payment", Payment(decision)), ("remedy", Remedies(decision.On)),
            ("publicity", decision.Sanction.IsWarningOnly ? "" : "本行政处罚决定将依法向社会公示。"), ("date", Date(decision.On)),
        ]);
    }

    public DocumentFacts SummaryDecision()
    {
        var decision = _case.Decision!;
        return Facts([
            .. Party(), ("facts", Sentence(_entry.Text)), ("at", Date(decision.On)),
            ("place", file.Party.Address.Length > 0 ? file.Party.Address : "现场"),
            ("basis", Basis(decision.Benchmarks)), ("penalty", SanctionText.Of(decision.Sanction)),
            ("payment", decision.Sanction.Fine > 0 ? Payment(decision) : "本决定无缴款内容。"), ("remedy", Remedies(decision.On)),
            ("officers", Handlers()), ("date", Date(decision.On)),
        ]);
    }

    public DocumentFacts ServiceReceipt()
    {
        var service = _case.Service!;
        var decision = _case.Decision!;
        return Facts([
            ("agency", file.Agency.Name), ("recipient", file.Party.Name), .. Person(),
            ("place", service.Method is ServiceMethod.HandedOver or ServiceMethod.Left ? file.Party.Address : ""),
            ("mode", Word($"document.service.{service.Method}")),
            ("servedAt", service.BeganOn < service.On ? $"{Date(service.BeganOn)}发出公告，{Date(service.On)}视为送达" : Date(service.On)),
            ("note", _entry.Text), ("officers", Handlers()), ("date", Date(service.On)),
        ]).With("documents", [Row(("no", "1"), ("title", file.Templates.Of(DocumentKind.Decision).Title), ("number", decision.Number ?? "—"))]);
    }

    public DocumentFacts Demand()
    {
        var on = _case.DemandedOn!.Value;
        var account = FineAccount.Of(_case, file.Law, on);
        var due = file.Law.Clock.Due(file.Law.Procedure.Period("demand", on), on);
        return Facts([
            .. Party(), ("decision", DecisionNamed()), ("duty", "缴纳罚款" + (account.Surcharge > 0 ? "及加处罚款。" : "。")),
            ("amount", $"罚款{Yuan.Figures(account.Fine)}，已缴{Yuan.Figures(account.Paid)}，截至{Date(on)}尚应缴纳{Yuan.Figures(account.Owed)}"),
            ("surcharge", account.Surcharge == 0 ? "" : string.Create(
                CultureInfo.InvariantCulture, $"{Yuan.Figures(account.Surcharge)}（共{account.SurchargeDays}日{(account.IsCapped ? "，已达罚款数额的上限" : "")}）")),
            ("due", Date(due.Due)), ("payment", "请通过决定书载明的银行或者电子支付系统缴纳。"), ("date", Date(on)), .. Contact(),
        ]);
    }

    // 行政处罚信息公示规定: the public reads it, so what it says of a natural person is masked when it is printed for the public.
    public DocumentFacts PublicationText()
    {
        var decision = _case.Decision!;
        var shown = _case.Publications[^1];
        return Facts([
            ("agency", file.Agency.Name), ("party.name", file.Party.Name), ("party.id", PartyId()), ("party.address", file.Party.Address), .. Person(), ("decision", DecisionNamed()),
            ("case", Violation(decision.Benchmarks)), ("facts", _case.Notice?.Text ?? _case.Clue.Facts), ("basis", Basis(decision.Benchmarks)),
            ("penalty", SanctionText.Of(decision.Sanction)), ("decidedOn", Date(decision.On)), ("publishedOn", Date(shown.On)),
            ("until", "至" + Date(CaseDeadlines.StopsOn(decision, shown.On, file.Law, file.Party.Kind))), ("date", Date(shown.On)),
        ]);
    }

    public DocumentFacts ClosingReport()
    {
        var decision = _case.Decision;
        return Facts([
            .. Party(), ("case", Cause()),
            ("filedOn", _case.FiledOn is { } filed ? Date(filed) : decision?.Procedure == CaseProcedure.Summary ? "简易程序，不立案" : "未立案"),
            ("decision", decision is null ? "" : DecisionNamed()),
            ("penalty", decision is null ? Word($"document.ending.{_case.Steps[^1].From}") : SanctionText.Of(decision.Sanction)),
            ("performance", Performance()), ("conclusion", Conclusion()), ("handlers", Handlers()), ("date", Date(_case.ClosedOn!.Value)),
        ]);
    }

    private string Performance()
    {
        if (_case.IsAnnulled || _case.Decision is not { } decision || _case.Service is null)
        {
            return "无应执行的处罚。";
        }

        if (decision.Sanction.Fine == 0)
        {
            return "处罚决定已送达执行。";
        }

        var account = FineAccount.Of(_case, file.Law, _case.ClosedOn!.Value);
        return (account.Owed == 0 ? "全部缴清：" : $"尚欠{Yuan.Figures(account.Owed)}，法院已终结执行：")
            + $"罚款{Yuan.Figures(account.Fine)}，加处罚款{Yuan.Figures(account.Surcharge)}，已缴{Yuan.Figures(account.Paid)}"
            + (_case.Payments.Count > 0 ? $"（最后一笔{Date(_case.Payments[^1].On)}）。" : "。");
    }

    private string Conclusion() => _entry.Text.Length > 0 ? Sentence(_entry.Text)
        : Word(_case.Decision is null || _case.IsAnnulled ? $"document.closing.{_case.Steps[^1].From}" : "document.closing.performed");

    private string HearingRight(AdvanceNotice notice)
    {
        if (!file.Law.IsHeavy(notice.Sanction, file.Party.Kind, notice.ServedOn))
        {
            return "";
        }

        var period = file.Law.Procedure.Period("hearing.request", notice.ServedOn);
        return $"你（单位）有要求听证的权利。要求听证的，应当自收到本告知书之日起{Length(period)}内向本机关提出（至{Date(file.Law.Clock.Due(period, notice.ServedOn).Due)}）；逾期未提出的，视为放弃。";
    }

    private string HowHeard()
    {
        var text = $"本机关于{Date(_case.Notice!.ServedOn)}向当事人送达《{file.Templates.Of(DocumentKind.AdvanceNotice).Title}》，告知拟作出处罚的内容及事实、理由、依据和依法享有的权利。";
        text += _case.Pleas.Count == 0
            ? _case.RightsWaived ? "当事人书面放弃陈述、申辩。" : "当事人在期限内未提出陈述、申辩。"
            : string.Concat(_case.Pleas.Select(plea =>
                $"当事人于{Date(plea.On)}提出：{Sentence(plea.Text)}本机关经复核，{(plea.IsAccepted ? "予以采纳。" : "不予采纳。")}"));
        return text + (_case.Hearing is { EndedOn: { } held } hearing
            ? $"当事人要求听证，本机关于{Date(held)}{(hearing.WasHeld ? "举行" : "终止")}听证。"
            : "");
    }

    private string Discretion(PenaltyDecision decision)
    {
        var text = decision.Benchmarks.Count > 0 && Benchmark(decision.Benchmarks[0]) is { } rule
            ? $"该违法行为的法定罚款幅度为{Yuan.Figures(rule.MinFine)}至{Yuan.Figures(rule.MaxFine)}。"
            : "";
        return text + (decision.Grade is { } grade ? $"按照裁量基准，{Word($"document.grade.{grade}")}处罚。" : "") + Sentence(_entry.Text);
    }

    private string Payment(PenaltyDecision decision)
    {
        if (decision.Sanction.Fine == 0)
        {
            return "";
        }

        var law = file.Law.Procedure;
        return $"当事人应当自收到本决定书之日起{Length(law.Period("pay", decision.On))}内，将罚款缴至指定的银行或者电子支付系统。逾期不缴纳的，依据《中华人民共和国行政处罚法》第七十二条，每日按罚款数额的{Percent(law.Number("surcharge.daily", decision.On).Value)}加处罚款，加处罚款的数额不超过罚款数额的{Percent(law.Number("surcharge.cap", decision.On).Value)}。";
    }

    private string Remedies(DateOnly on) => Remedies(file.Agency, file.Law.Procedure, on);

    /// <summary>Review and suit against a decision of an agency, with their periods.</summary>
    internal static string Remedies(Agency agency, PenaltyProcedure law, DateOnly on)
    {
        // Art. 59 asks for the way too. What the bureau has not said is not guessed: who reviews depends on how the agency is led.
        var review = agency.ReviewAuthority is { Length: > 0 } authority ? $"向{authority}" : "";
        var court = agency.Court is { Length: > 0 } named ? $"向{named}" : "";
        return $"如不服本决定，可以自收到本决定书之日起{Length(law.Period("remedy.review", on))}内依法{review}申请行政复议，也可以自收到本决定书之日起{Length(law.Period("remedy.suit", on))}内依法{court}提起行政诉讼。申请行政复议或者提起行政诉讼期间，本决定不停止执行，法律另有规定的除外。";
    }

    // What the record holds of evidence: the inspection, what the filing rested on, what was preserved or sealed, conclusions of tests.
    private string Evidence()
    {
        List<string> pieces = [];
        if (_case.Clue.TaskId is not null)
        {
            pieces.Add(file.InspectionRecord is { } number ? $"现场检查笔录（{number}）" : "现场检查笔录");
        }

        foreach (var step in _case.Steps)
        {
            pieces.AddRange(step.Entry switch
            {
                { Trigger: CaseTrigger.File, Text.Length: > 0 } filed => [filed.Text],
                { Trigger: CaseTrigger.PreserveEvidence } kept => [$"先行登记保存的{kept.Text}"],
                { Trigger: CaseTrigger.Seize } seized => [$"查封、扣押的{seized.Text}"],
                { Trigger: CaseTrigger.EndExclusion, Exclusion: ExclusionKind.Test, Text.Length: > 0 } test => [test.Text],
                _ => Array.Empty<string>(),
            });
        }

        return pieces.Count == 0 ? "" : string.Join("；", pieces) + "。";
    }

    private string Cause() =>
        (_case.Decision?.Benchmarks ?? _case.Notice?.Benchmarks) is { Count: > 0 } rules ? Violation(rules) : _case.Clue.Facts.TrimEnd('。');

    private string Violation(IReadOnlyList<string> benchmarks) =>
        benchmarks.Count > 0 && Benchmark(benchmarks[0]) is { } rule ? rule.Violation : _case.Clue.Facts.TrimEnd('。');

    private string Basis(IReadOnlyList<string> benchmarks) => string.Join(
        "、", benchmarks.Take(1).Select(Benchmark).OfType<DiscretionBenchmark>().Select(rule => $"《中华人民共和国{rule.Basis.Law}》{rule.Basis.Article}"));

    private DiscretionBenchmark? Benchmark(string id) =>
        file.Law.Benchmarks.Find(id, _case.Clue.ViolationOn, _case.Decision?.On ?? _case.Notice?.ServedOn ?? _entry.On);

    private string DecisionNamed() => _case.Decision is not { } decision ? "" : decision.Number
        ?? $"{Date(decision.On)}的{file.Templates.Of(decision.Procedure == CaseProcedure.Summary ? DocumentKind.SummaryDecision : DocumentKind.Decision).Title}";

    private string Handlers() => _case.Handlers.Count == 0 ? "—" : string.Join("、", _case.Handlers.Select(Named));

    private string Named(string id) =>
        file.Officers.FirstOrDefault(officer => officer.Id == id) is { } officer ? $"{officer.Name}（{officer.CertificateNumber}）" : id;

    private string Name(string id) => file.Officers.FirstOrDefault(officer => officer.Id == id)?.Name ?? id;

    private string PartyId() => file.Party.Uscc?.Value ?? file.Party.Id;

    private IEnumerable<(string, string)> Party() =>
        [("agency", file.Agency.Name), ("party.name", file.Party.Name), ("party.id", PartyId()), ("party.address", file.Party.Address), .. Person()];

    private (string, string)[] Person() => file.Party.Kind == SubjectKind.NaturalPerson ? [("party.isPerson", "是")] : [];

    private (string, string)[] Contact() => [("contact.name", file.ContactName), ("contact.phone", file.ContactPhone)];

    private static string Length(Time.LegalPeriod period) =>
        Word($"document.period.{period.Unit}", Invariant.Text(period.Length));

    private static string Percent(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    internal static string Sentence(string text) =>
        text.Length == 0 || "。！？；".Contains(text[^1], StringComparison.Ordinal) ? text : text + "。";

    // Words of the document's language, which is Chinese whoever makes it.
    private static string Word(string key, params string[] arguments) => Message.Of(key, arguments).In(CultureInfo.InvariantCulture);

    private static IReadOnlyDictionary<string, string> Row(params (string Column, string Text)[] cells) =>
        cells.ToDictionary(cell => cell.Column, cell => cell.Text, StringComparer.Ordinal);

    // A field without a text is left out: whether that is allowed is the template's business.
    private static DocumentFacts Facts(IEnumerable<(string Field, string Text)> values) =>
        DocumentFacts.Of([.. values.Where(value => value.Text.Length > 0)]);
}
