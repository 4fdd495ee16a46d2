
namespace Supervision.Console.Oversight;

/// <summary>
/// The groups of subjects that an audit compares: the columns of a CSV file after the subject's id. Without a file, the registering
/// authority in a credit code.
/// </summary>
internal sealed class SubjectGroups
{
    private readonly Dictionary<string, string[]>? _groups;
    private readonly string[] _unknown;

    private SubjectGroups(string[] attributes, Dictionary<string, string[]>? groups)
    {
        (Attributes, _groups) = (attributes, groups);
        _unknown = [.. attributes.Select(_ => "?")];
    }

    public IReadOnlyList<string> Attributes { get; }

    /// <exception cref="Decisions.RefusedException">The file is missing or malformed.</exception>
    public static SubjectGroups Read(string? path)
    {
        if (path is null)
        {
            return new SubjectGroups(["registered-in"], null);
        }

        using var table = CsvTable.Open(path);
        var groups = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var count = table.Header.Count;
        while (table.Read())
        {
            if (table.Broken is null && table.Count == count)
            {
                groups[table[0]] = [.. Enumerable.Range(1, count - 1).Select(column => table[column])];
            }
        }

        return new SubjectGroups([.. table.Header.Skip(1)], groups);
    }

    /// <summary>The groups of a subject; "?" where they are not known.</summary>
    public string[] Of(string subjectId) =>
        _groups is null ? [subjectId.Length >= 8 ? subjectId[2..8] : "?"] : _groups.GetValueOrDefault(subjectId, _unknown);
}
