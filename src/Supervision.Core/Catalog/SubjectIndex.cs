using Supervision.Registry;

namespace Supervision.Catalog;

/// <summary>Subjects by division and category, for the question "whom do I supervise". Immutable, thread-safe.</summary>
public sealed class SubjectIndex
{
    private readonly Dictionary<string, Dictionary<string, List<string>>> _byDivision = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _all = new(StringComparer.Ordinal);

    /// <summary>An index over subjects.</summary>
    public SubjectIndex(IEnumerable<Subject> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        foreach (var subject in subjects)
        {
            if (!_byDivision.TryGetValue(subject.DivisionCode, out var categories))
            {
                _byDivision[subject.DivisionCode] = categories = new(StringComparer.Ordinal);
                _all[subject.DivisionCode] = [];
            }

            _all[subject.DivisionCode].Add(subject.Id);
            foreach (var category in subject.Categories)
            {
                if (!categories.TryGetValue(category, out var ids))
                {
                    categories[category] = ids = [];
                }

                ids.Add(subject.Id);
            }
        }
    }

    /// <summary>Subjects in the area of an agency with one of some categories, or with any when there are none; by id.</summary>
    internal IReadOnlyList<string> Of(Agency agency, IReadOnlyList<string>? wanted)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (division, categories) in _byDivision.Where(pair => agency.Covers(pair.Key)))
        {
            if (wanted is null)
            {
                found.UnionWith(_all[division]);
                continue;
            }

            foreach (var category in wanted)
            {
                found.UnionWith(categories.GetValueOrDefault(category) ?? []);
            }
        }

        return [.. found];
    }
}
