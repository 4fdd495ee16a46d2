namespace Supervision.Rules.Packs.Yaml;

/// <summary>Keys with values, in the order of the document.</summary>
internal sealed class PackMapping(
    string path, int line, int column, IReadOnlyList<KeyValuePair<PackScalar, PackNode>> entries)
    : PackNode(path, line, column)
{
    public IReadOnlyList<KeyValuePair<PackScalar, PackNode>> Entries { get; } = entries;

    public override string Form => "{ }";
}
