namespace Supervision.Rules.Packs.Yaml;

/// <summary>A value in a pack, with the place where it stands.</summary>
/// <param name="path">Keys from the root, joined by dots; items as [0].</param>
/// <param name="line">Line, from 1.</param>
/// <param name="column">Column, from 1.</param>
internal abstract class PackNode(string path, int line, int column)
{
    public string Path { get; } = path;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>What it is, as the word that error texts use.</summary>
    public abstract string Form { get; }
}
