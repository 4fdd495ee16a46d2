namespace Supervision.Rules.Feel.Tree;

/// <summary>Where a node stands: its text, and the offset of its first character there.</summary>
internal readonly record struct FeelPlace(FeelSource Source, int Offset)
{
    public FeelError Error(string code, params string[] arguments) => Source.Error(Offset, code, arguments);
}
