using System.Globalization;
using System.Text;

namespace Supervision.Decisions;

/// <summary>
/// Why a decision came out as it did: a line, its legal basis, and the lines below it. A tree, so that it can be
/// stored with the decision and shown to any depth. Immutable.
/// </summary>
/// <param name="Text">What was found or concluded.</param>
/// <param name="Basis">The provision behind this line, if there is one.</param>
/// <param name="Because">The lines that led to it, in order.</param>
public sealed record Explanation(Message Text, LegalBasis? Basis, IReadOnlyList<Explanation> Because)
{
    /// <summary>A line with the lines that led to it.</summary>
    public static Explanation Of(Message text, params Explanation[] because) => new(text, null, because);

    /// <summary>The same line, resting on a provision.</summary>
    public Explanation On(LegalBasis? basis) => this with { Basis = basis };

    /// <summary>The tree as lines, two blanks of indentation a level, separated by LF.</summary>
    public string In(CultureInfo culture)
    {
        var text = new StringBuilder();
        Write(text, culture, 0);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The tree in English, for logs and debuggers.</summary>
    public override string ToString() => In(CultureInfo.GetCultureInfo("en"));

    private void Write(StringBuilder text, CultureInfo culture, int depth)
    {
        text.Append(' ', depth * 2).Append(Text.In(culture));
        if (Basis is not null)
        {
            text.Append("  [").Append(Basis).Append(']');
        }

        text.Append('\n');
        foreach (var line in Because)
        {
            line.Write(text, culture, depth + 1);
        }
    }
}
