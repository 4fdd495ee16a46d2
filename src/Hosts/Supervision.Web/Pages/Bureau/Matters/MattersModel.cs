using Supervision.Hosting.Wording;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>A list of matters: those that wait for the agency, or all that it takes part in. What is overdue comes first.</summary>
internal abstract class MattersModel(AuthorityClock clock, MatterClocks clocks, MatterKind kind) : ActingPage
{
    private const int MostShown = 200;

    private IReadOnlyDictionary<string, Subject> _subjects = new Dictionary<string, Subject>(StringComparer.Ordinal);

    public MatterKind Kind => kind;

    public DateTimeOffset Now => clock.Now;

    public DateOnly Today => clock.Today;

    /// <summary>Whether those are listed too that wait for somebody else, or are closed.</summary>
    public bool IsAll { get; private set; }

    public IReadOnlyList<Matter> Items { get; private set; } = [];

    public bool HasMore { get; private set; }

    public MatterClocks Clocks => clocks;

    /// <summary>Name of a subject that the page read; its id when the register does not show it.</summary>
    public string SubjectOf(string id) => _subjects.GetValueOrDefault(id)?.Name ?? id;

    public async Task OnGetAsync(bool? all, CancellationToken cancellationToken)
    {
        IsAll = all is true;
        var query = new MatterQuery { Kind = kind, AgencyId = IsAll ? null : Actor.AgencyId, IsWaiting = !IsAll, Limit = MostShown };
        var found = await Reading<IMatterStore>().ListAsync(query, cancellationToken);
        HasMore = found.Count == MostShown;
        Items = MatterDue.OverdueFirst(found, clocks, Now);
        _subjects = await Reading<ISubjectStore>().FindAllAsync([.. Items.Select(matter => matter.SubjectId).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        await ReadAgenciesAsync(Items.Select(matter => matter.AgencyId), cancellationToken);
    }
}
