using Supervision.Registry;

namespace Supervision.Catalog;

/// <summary>
/// Answers "who supervises me", "whom do I supervise" and "for what" over a whole catalogue without going through it: items by subject
/// category, agencies by field, subjects by category and division. Built once, then only read. Immutable, thread-safe.
/// </summary>
public sealed class CatalogIndex
{
    private readonly Dictionary<string, List<SupervisionItem>> _byCategory = new(StringComparer.Ordinal);
    private readonly List<SupervisionItem> _forAll = [];
    private readonly Dictionary<string, SupervisionItem> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SupervisionItem> _byContent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Agency>> _byField = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Agency> _agencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SupervisionItem>> _itemsOfField = new(StringComparer.Ordinal);

    /// <summary>An index over items and agencies. Only published sub-items count; a main item is a heading.</summary>
    public CatalogIndex(IEnumerable<SupervisionItem> items, IEnumerable<Agency> agencies)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(agencies);
        foreach (var agency in agencies)
        {
            _agencies[agency.Id] = agency;
            foreach (var field in agency.Fields)
            {
                Of(_byField, field).Add(agency);
            }
        }

        foreach (var item in items)
        {
            _byCode[item.Code] = item;
            foreach (var content in item.Contents)
            {
                _byContent[content.Code] = item;
            }

            if (item.ParentCode is null || item.State != ItemState.Published)
            {
                continue;
            }

            Of(_itemsOfField, item.Field).Add(item);
            foreach (var category in item.SubjectCategories)
            {
                Of(_byCategory, category).Add(item);
            }

            if (item.SubjectCategories.Count == 0)
            {
                _forAll.Add(item);
            }
        }
    }

    /// <summary>The item with a code, or null.</summary>
    public SupervisionItem? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The item that a content line belongs to, or null: nothing outside the list may be inspected.</summary>
    public SupervisionItem? FindByContent(string contentCode) => _byContent.GetValueOrDefault(contentCode);

    /// <summary>Items that apply to a subject and whose basis is in force: "for what", by code.</summary>
    public IReadOnlyList<SupervisionItem> ItemsFor(Subject subject, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var items = new SortedDictionary<string, SupervisionItem>(StringComparer.Ordinal);
        foreach (var item in subject.Categories.SelectMany(category => _byCategory.GetValueOrDefault(category) ?? []).Concat(_forAll))
        {
            if (item.HasBasisOn(date))
            {
                items[item.Code] = item;
            }
        }

        return [.. items.Values];
    }

    /// <summary>"Who supervises me, for what": agencies with power in the field of an item that cover where the subject operates.</summary>
    public IReadOnlyList<SupervisionLink> SupervisorsOf(Subject subject, DateOnly date) =>
    [
        .. from item in ItemsFor(subject, date)
           from agency in _byField.GetValueOrDefault(item.Field) ?? []
           where agency.Covers(subject.DivisionCode)
           select new SupervisionLink(agency, item),
    ];

    /// <summary>Items of the agency's fields whose basis is in force, by code.</summary>
    public IReadOnlyList<SupervisionItem> ItemsOf(string agencyId, DateOnly date) =>
        !_agencies.TryGetValue(agencyId, out var agency) ? []
        : [.. agency.Fields.Distinct(StringComparer.Ordinal).SelectMany(field => _itemsOfField.GetValueOrDefault(field) ?? [])
            .Where(item => item.HasBasisOn(date)).OrderBy(item => item.Code, StringComparer.Ordinal)];

    /// <summary>"Whom do I supervise": subjects in the area of an agency to which an item of its fields applies, by id.</summary>
    public IReadOnlyList<string> SubjectsOf(string agencyId, DateOnly date, SubjectIndex subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        if (!_agencies.TryGetValue(agencyId, out var agency))
        {
            return [];
        }

        var items = ItemsOf(agencyId, date);
        return subjects.Of(agency, items.Any(item => item.SubjectCategories.Count == 0)
            ? null
            : [.. items.SelectMany(item => item.SubjectCategories).Distinct(StringComparer.Ordinal)]);
    }

    private static List<TItem> Of<TItem>(Dictionary<string, List<TItem>> index, string key) =>
        index.TryGetValue(key, out var list) ? list : index[key] = [];
}
