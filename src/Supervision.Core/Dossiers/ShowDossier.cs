using Supervision.Audit;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Time;

namespace Supervision.Dossiers;

/// <summary>Shows the dossier of one subject, as far as the actor may see it. Each look is journalled: who, which subject, which days.</summary>
[AllowedTo(
    Roles.Registrar | Roles.Planner | Roles.Inspector | Roles.CaseOfficer | Roles.LegalReviewer | Roles.HearingChair | Roles.Head
    | Roles.CreditClerk | Roles.Auditor,
    IsShared = true)]
public sealed class ShowDossier(
    ISubjectStore subjects,
    ISubjectHistory registrations,
    ITaskStore tasks,
    ICreditEventStore creditEvents,
    IStandingStore standings,
    ICaseStore cases,
    IMatterStore matters,
    ICatalogStore catalogue,
    IOfficerStore officers,
    IJournalIndex journal,
    ICreditPolicy credit,
    IUnitOfWork work,
    AuthorityClock clock)
{
    private const string Viewed = "dossier.viewed";
    private const int KeysAtOnce = 500;

    // An agency's own business, unlike a restriction, which binds the others too.
    private static readonly MatterKind[] s_ofParties = [MatterKind.Warning, MatterKind.Event];

    /// <summary>
    /// The dossier. SUP3200: there is no such subject, or it lies outside the actor's division. SUP3201: a day that was asked for has not come.
    /// </summary>
    public async Task<Outcome<SubjectDossier>> RunAsync(DossierQuestion question, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(question.Skip, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(question.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.Limit, DossierQuestion.MostRows);
        var today = clock.Today;
        var (asOf, knownOn) = (question.AsOf ?? today, question.KnownOn ?? today);
        if (asOf > today || knownOn > today)
        {
            return Refusal.Of("SUP3201", Invariant.Text(asOf > today ? asOf : knownOn), Invariant.Text(today));
        }

        if (await subjects.FindAsync(question.SubjectId, cancellationToken).ConfigureAwait(false) is not { } subject)
        {
            return Refusal.Of("SUP3200", ResidentId.IsIn(question.SubjectId) ? "***" : question.SubjectId);
        }

        var dossier = await ReadAsync(subject, question, asOf, knownOn, isNow: asOf == today && knownOn == today, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord(Viewed, subject.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("asOf", Invariant.Text(asOf));
            json.WriteString("knownOn", Invariant.Text(knownOn));
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return dossier;
    }

    private async Task<SubjectDossier> ReadAsync(
        Subject subject, DossierQuestion question, DateOnly asOf, DateOnly knownOn, bool isNow, CancellationToken cancellationToken)
    {
        var allTasks = await tasks.ListBySubjectAsync(subject.Id, cancellationToken).ConfigureAwait(false);
        var allFindings = await tasks.ListFindingsAsync(subject.Id, cancellationToken).ConfigureAwait(false);
        var history = await creditEvents.FindAsync(subject.Id, cancellationToken).ConfigureAwait(false);
        var allCases = await cases.ListBySubjectAsync(subject.Id, cancellationToken).ConfigureAwait(false);
        var allMatters = await MattersAsync(subject.Id, cancellationToken).ConfigureAwait(false);
        var lens = new DossierLens(asOf, knownOn, DateOf, isNow ? [] : await JournalAsync(
            [
                .. allTasks.SelectMany(task => new[] { task.Id, TaskSlot.Of(task.Id) }), .. allFindings.Select(finding => finding.Id), .. history.Events.Select(one => one.Id),
                .. allCases.Select(one => one.Id), .. allMatters.Select(matter => matter.Id),
            ],
            cancellationToken).ConfigureAwait(false));

        subject = knownOn == clock.Today ? subject
            : await registrations.FindAsync(subject.Id, clock.StartOf(knownOn.AddDays(1)), cancellationToken).ConfigureAwait(false) ?? subject;
        DossierVisit[] visits = [.. lens.Visits(allTasks)];
        CreditEvent[] events = [.. lens.CreditEvents(history.Events)];
        return new SubjectDossier
        {
            Subject = subject,
            AsOf = asOf,
            KnownOn = knownOn,
            Credit = credit.Evaluate(new CreditHistory(subject.Id, events), asOf),
            Standing = await StandingAsync(subject.Id, asOf, knownOn, cancellationToken).ConfigureAwait(false),
            Visits = Page(question, DossierSection.Visits, visits),
            Findings = Page(question, DossierSection.Findings, lens.Findings(allFindings).Reverse()),
            CreditEvents = Page(question, DossierSection.CreditEvents, events.Reverse()),
            Cases = Page(question, DossierSection.Cases, lens.Cases(allCases).OrderByDescending(one => one.Clue.ReceivedOn)),
            Matters = Page(question, DossierSection.Matters, lens.Matters(allMatters).OrderByDescending(matter => matter.OpenedAt)),
            MayEnter = Page(question, DossierSection.MayEnter, await RightsAsync(subject, visits, asOf, cancellationToken).ConfigureAwait(false)),
        };
    }

    private async Task<List<Matter>> MattersAsync(string subjectId, CancellationToken cancellationToken)
    {
        var found = new List<Matter>();
        foreach (var kind in Enum.GetValues<MatterKind>())
        {
            found.AddRange(s_ofParties.Contains(kind)
                ? await matters.ListAsync(new MatterQuery { SubjectId = subjectId, Kind = kind, Limit = 10_000 }, cancellationToken).ConfigureAwait(false)
                : await matters.ListOfSubjectAsync(subjectId, kind, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    private async Task<List<JournalEntry>> JournalAsync(string[] keys, CancellationToken cancellationToken)
    {
        var entries = new List<JournalEntry>();
        foreach (var some in keys.Distinct(StringComparer.Ordinal).Chunk(KeysAtOnce))
        {
            entries.AddRange(await journal.FindByKeysAsync(some, cancellationToken).ConfigureAwait(false));
        }

        return entries;
    }

    private async Task<DossierStanding?> StandingAsync(string subjectId, DateOnly asOf, DateOnly knownOn, CancellationToken cancellationToken) =>
        (await standings.ListDecisionsAsync(subjectId, cancellationToken).ConfigureAwait(false))
            .LastOrDefault(decision => decision.AsOf <= asOf && DateOf(decision.DecidedAt) <= knownOn) is { } last
            ? DossierStanding.Of(last)
            : null;

    private async Task<IEnumerable<EntryRight>> RightsAsync(
        Subject subject, IReadOnlyList<DossierVisit> visits, DateOnly asOf, CancellationToken cancellationToken)
    {
        var index = new CatalogIndex(
            await catalogue.ListItemsAsync(cancellationToken).ConfigureAwait(false),
            await officers.ListAgenciesAsync(cancellationToken).ConfigureAwait(false));
        var open = visits.Where(visit => visit.IsOpen).ToLookup(visit => (visit.AgencyId, visit.ItemCode), visit => visit.TaskId);
        return index.SupervisorsOf(subject, asOf)
            .Select(link => new EntryRight(
                link.Agency.Id, link.Agency.Name, link.Item.Code, link.Item.Name, [.. link.Item.Basis.Where(basis => basis.IsInForceOn(asOf))],
                [.. open[(link.Agency.Id, link.Item.Code)]]))
            .OrderByDescending(right => right.OpenTaskIds.Count > 0);
    }

    private DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(clock.Local(instant).DateTime);

    private static DossierPage<T> Page<T>(DossierQuestion question, DossierSection section, IEnumerable<T> rows)
    {
        T[] all = [.. rows];
        var skip = question.Section == section ? question.Skip : 0;
        return new DossierPage<T>([.. all.Skip(skip).Take(question.Limit)], Math.Min(skip, all.Length), all.Length);
    }
}
