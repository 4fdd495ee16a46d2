namespace Supervision.Documents.Fonts;

/// <summary>A character with its glyph: which font, which glyph of it, how wide in thousandths of the type size.</summary>
internal readonly record struct Glyph(int CodePoint, int Font, ushort Id, int Width);
