using Microsoft.AspNetCore.Mvc;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.JointPlans;

/// <summary>One joint plan: what the merge saved, its approval by a second person, and its visits, which become tasks.</summary>
internal sealed class JointPlanModel(AuthorityClock clock) : ActingPage
{
    private const int MostShown = 200;

    private IReadOnlyDictionary<string, Subject> _subjects = new Dictionary<string, Subject>(StringComparer.Ordinal);

    public DateOnly Today => clock.Today;

    public JointPlan Plan { get; private set; } = null!;

    public IReadOnlyList<PlannedVisit> Visits { get; private set; } = [];

    /// <summary>The name of a subject; the id of one that is out of the reader's sight.</summary>
    public string SubjectOf(string id) => _subjects.GetValueOrDefault(id)?.Name ?? id;

    /// <summary>Why a visit was not opened, by its number.</summary>
    public IReadOnlyDictionary<int, Refusal> NotOpened { get; private set; } = new Dictionary<int, Refusal>();

    /// <summary>How many visits the last act opened; null when there was none.</summary>
    public int? Opened { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>Officers of the agencies that come.</summary>
    public OfficerPick Officers { get; private set; } = OfficerPick.None;

    /// <summary>Whether the reader is of the joint office, which approves and opens.</summary>
    public bool IsOurs => Plan.AgencyId == Actor.AgencyId;

    /// <summary>Whether the reader merged it, and so does not approve it.</summary>
    public bool IsOwnProposal => Plan.ProposedBy == Actor.Id;

    /// <summary>A share with what it was computed from: "50 % (1/2)"; a dash where nothing was planned.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "–"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100m * part / whole:0.#} % ({part}/{whole})");

    public async Task<IActionResult> OnGetAsync(string id, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        await FindAsync(id, from, to, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, null, null, cancellationToken))
        {
            return NotFound();
        }

        return await ActAsync<ApproveJointPlan, JointPlan>(approve => approve.RunAsync(id, Actor, cancellationToken)) is null
            ? Page()
            : Redirect($"/bureau/joint-plans/{Uri.EscapeDataString(id)}");
    }

    public async Task<IActionResult> OnPostOpenAsync(string id, DateOnly? from, DateOnly? to, string[]? officers, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, from, to, cancellationToken, officers))
        {
            return NotFound();
        }

        if (RefuseForm() || (!Officers.Ids().TryGet(out var ids, out var unclear) && Refuse(unclear)))
        {
            return Page();
        }

        if (await ActAsync<OpenJointVisits, OpenedVisits>(
            open => open.RunAsync(id, From, To, ids!, Actor, cancellationToken)) is { } opened)
        {
            await FindAsync(id, from, to, cancellationToken, officers);
            (Opened, NotOpened) = (opened.Opened.Count, opened.Refused);
        }

        return Page();
    }

    private async Task<bool> FindAsync(string id, DateOnly? from, DateOnly? to, CancellationToken cancellationToken, string[]? officers = null)
    {
        var store = Reading<IJointPlanStore>();
        if (await store.FindAsync(id, cancellationToken) is not { } plan)
        {
            return false;
        }

        Plan = plan;
        await ReadAgenciesAsync([plan.AgencyId, .. plan.Partners], cancellationToken);
        (From, To) = (from ?? new DateOnly(plan.Year, 1, 1), to ?? new DateOnly(plan.Year, 12, 31));
        Visits = await store.ListVisitsAsync(id, From, To, 0, MostShown, cancellationToken);
        _subjects = await Reading<ISubjectStore>().FindAllAsync(
            [.. Visits.Select(visit => visit.Visit.SubjectId).Concat(plan.Dropped.Take(MostShown).Select(dropped => dropped.Check.SubjectId)).Concat(plan.Notes.Take(MostShown).Select(note => note.SubjectId)).Distinct(StringComparer.Ordinal)],
            cancellationToken);
        if (IsOurs && May<OpenJointVisits>())
        {
            List<string> coming = [.. Visits.SelectMany(visit => visit.Visit.Attendances.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            Officers = await OfficerPick.OfAsync(Reading<IOfficerStore>(), coming, officers ?? [], 2, 2 * coming.Count, Today, cancellationToken);
        }

        return true;
    }
}
