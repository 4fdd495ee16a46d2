using System.Diagnostics.CodeAnalysis;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>Which draw this is: numbers of a programme run without gaps, so that no draw can be dropped quietly.</summary>
/// <param name="Authority">The authority, without <c>/</c>.</param>
/// <param name="Programme">The programme, without <c>/</c>.</param>
/// <param name="Number">1 or more.</param>
public sealed record DrawNumber(string Authority, string Programme, long Number)
{
    /// <summary>The id under which records and public files know the draw: programme and number.</summary>
    public string DrawId => $"{Programme}-{Invariant.Text(Number)}";

    /// <summary>Reads "authority/programme/number".</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DrawNumber? draw)
    {
        var parts = (text ?? "").Split('/');
        draw = parts.Length == 3
            && Texts.IsLabel(parts[0])
            && Texts.IsLabel(parts[1])
            && Texts.TryNumber(parts[2], 1, long.MaxValue, out var number)
            ? new DrawNumber(parts[0], parts[1], number)
            : null;
        return draw is not null;
    }

    /// <summary>The three parts, separated by <c>/</c>.</summary>
    public override string ToString() => $"{Authority}/{Programme}/{Invariant.Text(Number)}";
}
