using Supervision.Documents.Fonts;

namespace Supervision.Documents.Pdf;

/// <summary>Something on a page; places are points from the top left corner.</summary>
internal abstract record PageMark
{
    /// <summary>Glyphs on a base line.</summary>
    internal sealed record Text(double X, double Y, double Size, IReadOnlyList<Glyph> Glyphs) : PageMark;

    /// <summary>A line.</summary>
    internal sealed record Rule(double X1, double Y1, double X2, double Y2) : PageMark;

    /// <summary>The dark modules of a QR code.</summary>
    internal sealed record Code(double X, double Y, double Size, QrCode Matrix) : PageMark;
}
