using Supervision.Audit;
using Supervision.Calendars;
using Supervision.Catalog;
using Supervision.Registry;

namespace Supervision.Hosts.Tests.Support;

/// <summary>Stores in memory: what a command saved counts once it is committed.</summary>
internal sealed class MemoryStore : ISubjectStore, IOfficerStore, ICatalogStore, ICalendarStore, IUnitOfWork
{
    private readonly List<JournalRecord> _open = [];

    public SortedDictionary<string, Subject> Subjects { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Officer> Officers { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Agency> Agencies { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SupervisionItem> Items { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, NationalItem> NationalItems { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Checklist> Checklists { get; } = new(StringComparer.Ordinal);

    public List<JournalRecord> Journal { get; } = [];

    public int Opened { get; set; }

    /// <summary>Called at each commit: where a test presses Ctrl-C or breaks something.</summary>
    public Action<int> OnCommit { get; set; } = _ => { };

    private int Commits { get; set; }

    public Task<Subject?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(Subjects.GetValueOrDefault(id));

    public Task<IReadOnlyDictionary<string, Subject>> FindAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Subject>>(ids.Where(Subjects.ContainsKey).ToDictionary(id => id, id => Subjects[id]));

    public Task<IReadOnlyList<Subject>> SearchAsync(SubjectQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Subject>>([.. Subjects.Values.Where(subject => query.Text is null || subject.Name.Contains(query.Text, StringComparison.Ordinal)).Take(query.Limit)]);

    public Task<SaveCount> SaveAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellationToken) =>
        Task.FromResult(Save(Subjects, subjects, s => s.Id, Same));

    public Task<long> CountAsync(CancellationToken cancellationToken) => Task.FromResult((long)Subjects.Count);

    public Task<bool> SaveAgencyAsync(Agency agency, CancellationToken cancellationToken) =>
        Task.FromResult(Save(Agencies, [agency], a => a.Id, (a, b) => a.ToString() == b.ToString()).Unchanged == 0);

    public Task<IReadOnlyList<Agency>> ListAgenciesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Agency>>([.. Agencies.Values]);

    public Task<IReadOnlyList<Agency>> FindAgenciesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Agency>>([.. Agencies.Values.Where(agency => ids.Contains(agency.Id))]);

    public Task<IReadOnlyList<Officer>> FindOfficersAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Officer>>([.. Officers.Values.Where(officer => ids.Contains(officer.Id))]);

    public Task<IReadOnlyList<Officer>> ListOfficerPageAsync(string? afterId, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Officer>>([.. Officers.Values.Where(officer => string.CompareOrdinal(officer.Id, afterId) > 0).Take(limit)]);

    public Task<IReadOnlyList<Officer>> FindByCertificateAsync(string certificateNumber, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Officer>>([.. Officers.Values.Where(officer => certificateNumber.Length > 0 && officer.CertificateNumber == certificateNumber)]);

    public Task<SaveCount> SaveOfficersAsync(IReadOnlyList<Officer> officers, CancellationToken cancellationToken) =>
        Task.FromResult(Save(Officers, officers, o => o.Id, (a, b) => a with { Fields = [] } == b with { Fields = [] }));

    public Task<IReadOnlyList<Officer>> ListOfAgencyAsync(string agencyId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Officer>>([.. Officers.Values.Where(officer => officer.AgencyId == agencyId)]);

    public Task<IReadOnlyList<Officer>> ListOfficersAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Officer>>([.. Officers.Values]);

    public Task<bool> AddRecusalAsync(Recusal recusal, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IReadOnlyList<Recusal>> ListRecusalsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Recusal>>([]);

    public Task<SupervisionItem?> FindItemAsync(string code, CancellationToken cancellationToken) =>
        Task.FromResult(Items.GetValueOrDefault(code));

    public Task<IReadOnlyList<SupervisionItem>> ListItemsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SupervisionItem>>([.. Items.Values]);

    public Task<NationalItem?> FindNationalItemAsync(string code, CancellationToken cancellationToken) =>
        Task.FromResult(NationalItems.GetValueOrDefault(code));

    public Task<IReadOnlyList<NationalItem>> ListNationalItemsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<NationalItem>>([.. NationalItems.Values]);

    public Task<bool> SaveNationalItemAsync(NationalItem item, CancellationToken cancellationToken) =>
        Task.FromResult(NationalItems.TryAdd(item.Code, item));

    public Task<Checklist?> FindChecklistAsync(string id, int? version, CancellationToken cancellationToken) =>
        Task.FromResult(Checklists.GetValueOrDefault(id));

    public Task<bool> SaveItemAsync(SupervisionItem item, CancellationToken cancellationToken) =>
        Task.FromResult(Items.TryAdd(item.Code, item));

    public Task<bool> AddChecklistAsync(Checklist checklist, CancellationToken cancellationToken) =>
        Task.FromResult(Checklists.TryAdd(checklist.Id, checklist));

    Task<IReadOnlyList<CalendarNotice>> ICalendarStore.ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CalendarNotice>>([]);

    Task ICalendarStore.AddAsync(CalendarNotice notice, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Append(JournalRecord record) => _open.Add(record);

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Journal.AddRange(_open);
        _open.Clear();
        OnCommit(++Commits);
        return Task.CompletedTask;
    }

    private static bool Same(Subject a, Subject b) =>
        a with { Categories = [] } == b with { Categories = [] } && a.Categories.SequenceEqual(b.Categories);

    private static SaveCount Save<T>(
        SortedDictionary<string, T> kept, IEnumerable<T> things, Func<T, string> id, Func<T, T, bool> same)
    {
        var count = default(SaveCount);
        foreach (var thing in things)
        {
            count += !kept.TryGetValue(id(thing), out var before) ? new SaveCount(1, 0, 0)
                : same(before, thing) ? new SaveCount(0, 0, 1)
                : new SaveCount(0, 1, 0);
            kept[id(thing)] = thing;
        }

        return count;
    }
}
