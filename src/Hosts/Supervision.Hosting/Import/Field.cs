namespace Supervision.Hosting.Import;

/// <summary>A field bound to the header of one file.</summary>
internal sealed class Field(FieldSpec spec, FieldMapping mapping, int index)
{
    // Rows repeat a few combinations of a list again and again; free text does not.
    private const int MaxRemembered = 10_000;
    private static readonly string[] s_isoDate = ["yyyy-MM-dd"];

    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);

    public FieldSpec Spec { get; } = spec;

    /// <summary>The column as the file names it; the field's own name for a constant.</summary>
    public string Column { get; } = mapping.Column ?? spec.Name;

    public string[] DateFormats { get; } = mapping.Dates ?? s_isoDate;

    public bool IsKeyworded => mapping.Keywords is not null;

    public IReadOnlyDictionary<string, string>? Values => mapping.Values;

    /// <summary>What stands in the file, blanks at its ends removed.</summary>
    public string Raw(CsvTable table)
    {
        var text = index < 0 ? mapping.Constant! : table[index].Trim();
        return text.Length == 0 && mapping.Default is not null ? mapping.Default : text;
    }

    public string Cut(string text) => mapping.Prefix is { } length && length < text.Length ? text[..length] : text;

    /// <summary>The entries of a list, sorted by ordinal, without repetitions.</summary>
    public IReadOnlyList<string> List(string text)
    {
        if (IsKeyworded)
        {
            return Sorted(mapping.Keywords!.Where(pair => pair.Value.Any(word => text.Contains(word, StringComparison.Ordinal))).Select(pair => pair.Key));
        }

        if (!_lists.TryGetValue(text, out var list))
        {
            list = Sorted(text.Split(mapping.Separator ?? ";", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            if (_lists.Count < MaxRemembered)
            {
                _lists.Add(text, list);
            }
        }

        return list;
    }

    private IReadOnlyList<string> Sorted(IEnumerable<string> words)
    {
        string[] sorted = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return sorted.Length == 0 && mapping.Default is not null ? [mapping.Default] : sorted;
    }
}
