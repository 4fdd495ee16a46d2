using System.Text;
using Supervision.Decisions;
using Supervision.Documents.Fonts;

namespace Supervision.Documents;

/// <summary>
/// The fonts that documents are printed in, in order of preference: a character that the first lacks is taken from the next.
/// Load once and keep: a Chinese font is some 10 MB. Immutable, thread-safe.
/// </summary>
public sealed class FontSet
{
    private FontSet(IReadOnlyList<FontFile> fonts) => Fonts = fonts;

    internal IReadOnlyList<FontFile> Fonts { get; }

    /// <summary>
    /// Loads fonts with TrueType outlines (.ttf, .ttc). SUP2621: there is no such file; SUP2622: it is no font that can be
    /// embedded.
    /// </summary>
    /// <param name="paths">At least one file, the preferred one first.</param>
    public static Outcome<FontSet> Load(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfZero(paths.Count);
        var fonts = new List<FontFile>();
        foreach (var path in paths)
        {
            if (!File.Exists(path))
            {
                return Refusal.Of("SUP2621", path);
            }

            try
            {
                fonts.Add(new FontFile(File.ReadAllBytes(path)));
            }
            catch (InvalidDataException wrong)
            {
                return Refusal.Of("SUP2622", path, wrong.Message);
            }
        }

        return new FontSet(fonts);
    }

    /// <summary>The glyphs of a text; what no font has is left out and named in <paramref name="missing"/>.</summary>
    internal List<Glyph> Shape(string text, SortedSet<int> missing)
    {
        var glyphs = new List<Glyph>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
            {
                continue;
            }

            if (Find(rune.Value) is { } glyph)
            {
                glyphs.Add(glyph);
            }
            else
            {
                missing.Add(rune.Value);
            }
        }

        return glyphs;
    }

    private Glyph? Find(int codePoint)
    {
        for (var i = 0; i < Fonts.Count; i++)
        {
            var id = Fonts[i].GlyphOf(codePoint);
            if (id != 0)
            {
                return new Glyph(codePoint, i, id, Fonts[i].WidthOf(id));
            }
        }

        return null;
    }
}
