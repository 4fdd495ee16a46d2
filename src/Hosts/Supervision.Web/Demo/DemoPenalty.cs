using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Demo;

/// <summary>
/// A penalty of a natural person, decided and published, with everything in it that must not be public: name, address, a telephone and an
/// identity number in the free text. All of it is made up; a test looks for it on every public page.
/// </summary>
internal static class DemoPenalty
{
    public const string Name = "皇甫金雀";
    public const string Address = "示例村金丝雀巷8号";
    public const string Phone = "13900001234";
    public const string ResidentId = "999999199003070034";

    private const string Case = "demo-penalty";
    private static readonly DateOnly s_published = new(2026, 6, 15);
    private static readonly Actor s_registrar = new("registrar", DemoUsers.Agency) { Roles = Roles.Registrar };
    private static readonly Actor s_officer = new("case-officer", DemoUsers.Agency) { Roles = Roles.CaseOfficer };
    private static readonly Actor s_head = new("head", DemoUsers.Agency) { Roles = Roles.Head };
    private static readonly Sanction s_fine = new(PenaltyKind.Fine, 280_000m);

    /// <summary>Registers the person, then opens, decides and publishes the case; does nothing before the day of the story.</summary>
    public static async Task AddAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<AuthorityClock>().Today <= s_published)
        {
            return;
        }

        var desk = services.GetRequiredService<CommandDesk>();
        var person = new Subject { Id = "demo-person-1", Kind = SubjectKind.NaturalPerson, Name = Name, DivisionCode = "330727", Address = Address };
        await desk.RunAsync<ImportSubjects, ImportResult>(
            s_registrar, import => import.RunAsync("demonstration", [new ImportRow<Subject>(2, person, null)], s_registrar, _ => { }, _ => { }, cancellationToken), cancellationToken);
        var clue = new CaseClue
        {
            Source = ClueSource.Inspection, ReceivedOn = Day(2, 9), ActId = Case, ViolationOn = Day(2, 9), Facts = $"{Name}（{Phone}）擅自排放水污染物，氨氮超标（示例）",
        };
        (await desk.RunAsync<OpenCase, Outcome<PenaltyCase>>(
            s_officer, open => open.RunAsync(Case, person.Id, clue, s_officer, cancellationToken), cancellationToken)).OrThrow();
        foreach (var (actor, entry) in Steps())
        {
            (await desk.RunAsync<AdvanceCase, Outcome<PenaltyCase>>(actor, advance => advance.RunAsync(Case, entry, actor, cancellationToken), cancellationToken)).OrThrow();
        }

        var publish = new CaseEntry(CaseTrigger.Publish, s_published) { Channel = PublicityChannel.MarketSystem };
        (await desk.RunAsync<TakeDocumentedStep, Outcome<DocumentedStep>>(
            s_officer,
            take => take.RunAsync(Case, publish, new CaseDesk("金市监", "值班室（示例）", "0579-82000000", null), s_officer, cancellationToken),
            cancellationToken)).OrThrow();
    }

    private static IEnumerable<(Actor Actor, CaseEntry Entry)> Steps() =>
    [
        (s_officer, new(CaseTrigger.File, Day(3, 6)) { Marks = CaseMarks.InitialEvidence | CaseMarks.OwnJurisdiction, ApprovedBy = "head" }),
        (s_officer, new(CaseTrigger.AssignHandlers, Day(3, 6)) { Persons = ["JH001", "JH002"] }),
        (s_officer, new(CaseTrigger.ServeNotice, Day(5, 20))
        {
            Sanction = s_fine, Benchmarks = ["water-83-2"], Grade = PenaltyGrade.Lighter, Marks = CaseMarks.RightsTold | CaseMarks.HearingRightTold,
            Text = $"{Name}（身份证号{ResidentId}，电话{Phone}，住{Address}）擅自排放水污染物，氨氮浓度超标（示例）",
        }),
        (s_head, new(CaseTrigger.Discuss, Day(6, 4)) { Persons = ["head", "deputy", "legal"], Sanction = s_fine, Text = "同意" }),
        (s_head, new(CaseTrigger.Decide, Day(6, 4))
        {
            Sanction = s_fine, Benchmarks = ["water-83-2"], Grade = PenaltyGrade.Lighter, Text = "从轻", ApprovedBy = "head", Reference = "金市监罚〔2026〕1号",
        }),
        (s_officer, new(CaseTrigger.Serve, Day(6, 5)) { Method = ServiceMethod.HandedOver, Marks = CaseMarks.PublicityTold }),
    ];

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
