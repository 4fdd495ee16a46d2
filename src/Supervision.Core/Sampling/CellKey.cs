using System.Text;

namespace Supervision.Sampling;

/// <summary>
/// The key of a cell from any attributes of a subject, most important first: rounding is fairest over neighbouring cells, so what
/// should be even must stand in front.
/// </summary>
public static class CellKey
{
    /// <summary>The factors joined by <c>|</c>, in normal form C. A factor that is empty becomes <c>-</c>.</summary>
    /// <exception cref="ArgumentException">SUP4004: a factor holds <c>|</c> or control characters, or all are too long.</exception>
    public static string Of(params ReadOnlySpan<string> factors)
    {
        var key = new StringBuilder();
        foreach (var factor in factors)
        {
            var text = string.IsNullOrWhiteSpace(factor) ? "-" : factor.Trim().Normalize(NormalizationForm.FormC);
            key.Append(key.Length == 0 ? "" : "|").Append(text.Contains('|', StringComparison.Ordinal) ? "\0" : text);
        }

        var cell = key.ToString();
        return Texts.IsLabel(cell) ? cell : throw Invalid.Argument(nameof(factors), "SUP4004", "-", string.Join('|', factors!));
    }

    /// <summary>A factor of a cell by its 0-based place, or null when there is none.</summary>
    public static string? FactorAt(string cell, int place)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Split('|').ElementAtOrDefault(place);
    }
}
