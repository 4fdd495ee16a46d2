using Supervision.Registry;

namespace Supervision.Catalog;

/// <summary>Subjects by division and category, for the question "whom do I supervise". Immutable, thread-safe.</summary>
public sealed class SubjectIndex
{
    // Subjects by their place in the order of ids: places are put together and sorted much faster than texts.
    private readonly string[] _ids;
    private readonly Dictionary<string, Dictionary<string, List<int>>> _byDivision = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _all = new(StringComparer.Ordinal);

    /// <summary>An index over subjects.</summary>
    public SubjectIndex(IEnumerable<Subject> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        var ordered = subjects.OrderBy(subject => subject.Id, StringComparer.Ordinal).ToList();
        _ids = [.. ordered.Select(subject => subject.Id)];
        for (var place = 0; place < ordered.Count; place++)
        {
            var subject = ordered[place];
            if (!_byDivision.TryGetValue(subject.DivisionCode, out var categories))
            {
                _byDivision[subject.DivisionCode] = categories = new(StringComparer.Ordinal);
                _all[subject.DivisionCode] = [];
            }

            _all[subject.DivisionCode].Add(place);
            foreach (var category in subject.Categories)
            {
                if (!categories.TryGetValue(category, out var places))
                {
                    categories[category] = places = [];
                }

                places.Add(place);
            }
        }
    }

    /// <summary>Subjects in the area of an agency with one of some categories, or with any when there are none; by id.</summary>
    internal IReadOnlyList<string> Of(Agency agency, IReadOnlyList<string>? wanted)
    {
        var found = new List<int>();
        foreach (var (division, categories) in _byDivision.Where(pair => agency.Covers(pair.Key)))
        {
            if (wanted is null)
            {
                found.AddRange(_all[division]);
                continue;
            }

            foreach (var category in wanted)
            {
                found.AddRange(categories.GetValueOrDefault(category) ?? []);
            }
        }

        found.Sort();
        return [.. found.Where((place, i) => i == 0 || place != found[i - 1]).Select(place => _ids[place])];
    }
}
