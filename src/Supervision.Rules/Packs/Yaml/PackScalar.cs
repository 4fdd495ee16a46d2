namespace Supervision.Rules.Packs.Yaml;

/// <summary>Text, number, date, true or false: which of them the reader of the key decides.</summary>
internal sealed class PackScalar(string path, int line, int column, string text, bool isQuoted)
    : PackNode(path, line, column)
{
    public string Text { get; } = text;

    /// <summary>In quotes it is text, whatever it looks like.</summary>
    public bool IsQuoted { get; } = isQuoted;

    public override string Form => IsQuoted ? $"\"{Text}\"" : Text.Length == 0 ? "nothing" : Text;
}
