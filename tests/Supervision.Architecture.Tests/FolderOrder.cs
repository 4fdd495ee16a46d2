namespace Supervision.Architecture.Tests;

/// <summary>An order of folders: a type may mention types of its own layer and of layers before it.</summary>
/// <param name="root">Namespace whose children are the folders. A type in the root itself composes all: it may see everything, nobody sees it.</param>
/// <param name="layers">Layers from first to last, each with the folders on it.</param>
internal sealed class FolderOrder(string root, params string[][] layers)
{
    public IReadOnlyList<string> Violations(IEnumerable<(string Type, string Mentions)> pairs) =>
    [
        .. from pair in pairs
           let own = RankOf(pair.Type)
           let other = RankOf(pair.Mentions)
           where own is not null && other is not null && other > own
           select $"{pair.Type} mentions {pair.Mentions}, which comes later",
    ];

    public IReadOnlyList<string> Unplaced(IEnumerable<string> types) =>
        [.. types.Select(FolderOf).OfType<string>().Where(f => f.Length > 0 && Index(f) < 0).Distinct(StringComparer.Ordinal)];

    // Null: not ours (what the compiler generates has no namespace below the root).
    private int? RankOf(string type) => FolderOf(type) switch
    {
        null => null,
        "" => int.MaxValue,
        var folder => Index(folder) is >= 0 and var rank ? rank : null,
    };

    private int Index(string folder) => Array.FindIndex(layers, layer => layer.Contains(folder, StringComparer.Ordinal));

    private string? FolderOf(string type)
    {
        var name = type[..type.LastIndexOf('.')];
        return name == root ? ""
            : name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0]
            : null;
    }
}
