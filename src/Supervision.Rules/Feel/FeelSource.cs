using Supervision.Decisions;

namespace Supervision.Rules.Feel;

/// <summary>A text that was read, and where it stands in a file, so that an error can say its line and column there.</summary>
/// <param name="Text">The text.</param>
/// <param name="Name">What it is, for errors.</param>
/// <param name="Line">Line of its first character, from 1.</param>
/// <param name="Column">Column of its first character, from 1.</param>
internal sealed record FeelSource(string Text, string Name = "", int Line = 1, int Column = 1)
{
    public FeelError Error(int offset, string code, params string[] arguments)
    {
        var before = Text.AsSpan(0, Math.Clamp(offset, 0, Text.Length));
        var lines = before.Count('\n');
        var column = lines == 0 ? Column + before.Length : before.Length - before.LastIndexOf('\n');
        return new FeelError(code, Message.Of(code, arguments), Name, Line + lines, column);
    }
}
