namespace Supervision.Rules.Packs.Yaml;

/// <summary>Items in order.</summary>
internal sealed class PackSequence(string path, int line, int column, IReadOnlyList<PackNode> items)
    : PackNode(path, line, column)
{
    public IReadOnlyList<PackNode> Items { get; } = items;

    public override string Form => "[ ]";
}
