using Supervision.Documents.Fonts;

namespace Supervision.Documents.Pdf;

/// <summary>
/// Breaks a text into lines by the rules of Chinese typesetting (避头尾): no closing mark begins a line, no opening one ends it,
/// words and numbers stay whole as long as they fit. Pure.
/// </summary>
internal static class LineBreaker
{
    private const string NoStart = "，。、；：？！）》」』】〕〉”’％%‰℃°…—·,.;:?!)]}〗";
    private const string NoEnd = "（《「『【〔〈“‘([{〖￥¥$§";

    /// <summary>Lines no wider than a measure; only a single glyph that is wider itself exceeds it.</summary>
    /// <param name="glyphs">The text.</param>
    /// <param name="measure">Width of a line, in thousandths of the type size.</param>
    /// <param name="indent">Taken off the first line.</param>
    public static List<List<Glyph>> Break(IReadOnlyList<Glyph> glyphs, int measure, int indent)
    {
        var lines = new List<List<Glyph>>();
        var line = new List<Glyph>();
        var (width, room) = (0, measure - indent);
        foreach (var unit in Units(glyphs))
        {
            var unitWidth = unit.Sum(glyph => glyph.Width);
            if (line.Count > 0 && width + WithoutTail(unit) > room)
            {
                lines.Add(TrimEnd(line));
                (line, width, room) = ([], 0, measure);
            }

            if (line.Count == 0 && lines.Count > 0 && unit.TrueForAll(IsBlank))
            {
                continue;
            }

            foreach (var glyph in unit)
            {
                // Only a unit that no line can hold is broken inside.
                if (unitWidth > room && line.Count > 0 && width + glyph.Width > room)
                {
                    lines.Add(TrimEnd(line));
                    (line, width, room) = ([], 0, measure);
                }

                line.Add(glyph);
                width += glyph.Width;
            }
        }

        lines.Add(TrimEnd(line));
        return lines;
    }

    private static List<List<Glyph>> Units(IReadOnlyList<Glyph> glyphs)
    {
        var units = new List<List<Glyph>>();
        foreach (var glyph in glyphs)
        {
            if (units.Count > 0 && Sticks(units[^1], glyph))
            {
                units[^1].Add(glyph);
            }
            else
            {
                units.Add([glyph]);
            }
        }

        return units;
    }

    // A blank belongs to what stands before it, so that a line may end there and none begins with it.
    private static bool Sticks(List<Glyph> unit, Glyph after) =>
        IsBlank(after) || IsOneOf(NoStart, after) || (IsWord(unit[^1]) && IsWord(after))
        || (unit.FindLast(glyph => !IsBlank(glyph)) is { CodePoint: not 0 } mark && IsOneOf(NoEnd, mark));

    private static bool IsOneOf(string set, Glyph glyph) =>
        glyph.CodePoint < 0x10000 && set.Contains((char)glyph.CodePoint, StringComparison.Ordinal);

    private static bool IsWord(Glyph glyph) => glyph.CodePoint is > ' ' and < 0x250;

    private static bool IsBlank(Glyph glyph) => glyph.CodePoint is ' ' or 0x3000;

    // A blank at the end of a line may hang over its edge.
    private static int WithoutTail(List<Glyph> unit) =>
        unit.Take(unit.FindLastIndex(glyph => !IsBlank(glyph)) + 1).Sum(glyph => glyph.Width);

    private static List<Glyph> TrimEnd(List<Glyph> line) => line.GetRange(0, line.FindLastIndex(glyph => !IsBlank(glyph)) + 1);
}
