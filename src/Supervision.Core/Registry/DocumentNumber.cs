using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Registry;

/// <summary>
/// A document number 文书号, such as 赤壁市监处罚〔2025〕179号: serials of one agency, kind and year have no gap, so that no
/// document can be dropped quietly. Immutable. Numbers are taken from <see cref="IDocumentNumberStore"/>.
/// </summary>
public sealed record DocumentNumber
{
    /// <summary>A number.</summary>
    /// <param name="agency">Short name of the agency as printed, such as "赤壁市监". 1 to 60 characters.</param>
    /// <param name="kind">Kind of document as printed, such as "处罚". 1 to 20 characters.</param>
    /// <param name="year">Civil year, 1949 to 9999.</param>
    /// <param name="serial">1 or more.</param>
    /// <exception cref="ArgumentException">A part is empty, too long, or has a bracket, a digit at its end or a line break.</exception>
    public DocumentNumber(string agency, string kind, int year, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1949);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        (Agency, Kind, Year, Serial) = (Part(agency, 60, nameof(agency)), Part(kind, 20, nameof(kind)), year, serial);
    }

    /// <summary>Short name of the agency as printed.</summary>
    public string Agency { get; }

    /// <summary>Kind of document as printed.</summary>
    public string Kind { get; }

    /// <summary>Civil year in which it was taken.</summary>
    public int Year { get; }

    /// <summary>Serial within agency, kind and year, from 1.</summary>
    public int Serial { get; }

    /// <summary>As printed: "赤壁市监处罚〔2025〕179号".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Agency}{Kind}〔{Year}〕{Serial}号");

    /// <summary>
    /// Reads a printed number when its kind is known: where the agency ends and the kind begins is not written in it.
    /// </summary>
    public static bool TryParse(string text, string kind, [NotNullWhen(true)] out DocumentNumber? number)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        number = null;
        var (open, close) = (text.IndexOf('〔', StringComparison.Ordinal), text.IndexOf('〕', StringComparison.Ordinal));
        if (open <= kind.Length || close != open + 5 || text[^1] != '号'
            || !text.AsSpan(0, open).EndsWith(kind, StringComparison.Ordinal)
            || !int.TryParse(text.AsSpan(open + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(close + 1)[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            || year < 1949 || serial < 1 || !IsPart(text[..(open - kind.Length)], 60))
        {
            return false;
        }

        number = new DocumentNumber(text[..(open - kind.Length)], kind, year, serial);
        return number.ToString() == text;
    }

    private static string Part(string text, int longest, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return IsPart(text, longest) ? text : throw new ArgumentException(
            $"'{text}' cannot be part of a document number: at most {Invariant.Text(longest)} characters, no bracket, no digit at the end.", name);
    }

    private static bool IsPart(string text, int longest) =>
        text.Length <= longest && !string.IsNullOrWhiteSpace(text)
        && !text.AsSpan().ContainsAny("〔〕\r\n") && !char.IsAsciiDigit(text[^1]);
}
