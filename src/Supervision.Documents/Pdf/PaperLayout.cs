namespace Supervision.Documents.Pdf;

/// <summary>Measures of a paper, in points of 1/72 inch.</summary>
internal sealed record PaperLayout
{
    private const double Millimetre = 72 / 25.4;

    /// <summary>GB/T 9704-2012: top 37 mm, binding edge 28 mm, type area 156 by 225 mm, size 3 (16 pt) on 22 lines.</summary>
    public static PaperLayout A4 { get; } = new()
    {
        Width = 210 * Millimetre, Height = 297 * Millimetre, Left = 28 * Millimetre, Top = 37 * Millimetre,
        TextWidth = 156 * Millimetre, TextHeight = 225 * Millimetre,
        Body = 16, BodyPitch = 225 * Millimetre / 22, Title = 22, Agency = 22, Small = 12, SmallPitch = 18, QrSize = 21 * Millimetre,
        HasPageNumbers = true,
    };

    /// <summary>A roll: the height of the page follows from the text.</summary>
    public static PaperLayout Receipt { get; } = new()
    {
        Width = 80 * Millimetre, Height = 0, Left = 4 * Millimetre, Top = 5 * Millimetre,
        TextWidth = 72 * Millimetre, TextHeight = double.PositiveInfinity,
        Body = 10, BodyPitch = 15, Title = 14, Agency = 11, Small = 8.5, SmallPitch = 12, QrSize = 26 * Millimetre,
        HasPageNumbers = false,
    };

    public required double Width { get; init; }

    public required double Height { get; init; }

    public required double Left { get; init; }

    public required double Top { get; init; }

    public required double TextWidth { get; init; }

    public required double TextHeight { get; init; }

    public required double Body { get; init; }

    public required double BodyPitch { get; init; }

    public required double Title { get; init; }

    public required double Agency { get; init; }

    public required double Small { get; init; }

    public required double SmallPitch { get; init; }

    public required double QrSize { get; init; }

    public required bool HasPageNumbers { get; init; }

    public static PaperLayout Of(PaperSize paper) => paper switch
    {
        PaperSize.A4 => A4,
        PaperSize.Receipt => Receipt,
        _ => throw new ArgumentOutOfRangeException(nameof(paper), paper, "Unknown paper."),
    };
}
