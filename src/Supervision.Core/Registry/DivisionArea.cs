namespace Supervision.Registry;

/// <summary>The area of a division code (GB/T 2260, six digits): trailing zeros widen it to a city or a province. Pure.</summary>
public static class DivisionArea
{
    /// <summary>What the codes of all divisions in an area begin with: two digits for a province, four for a city, else the whole code.</summary>
    public static string Prefix(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.EndsWith("0000", StringComparison.Ordinal) ? code[..^4]
            : code.EndsWith("00", StringComparison.Ordinal) ? code[..^2]
            : code;
    }

    /// <summary>Whether a division lies in an area: equal, or below its city or province.</summary>
    public static bool Covers(string area, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.StartsWith(Prefix(area), StringComparison.Ordinal);
    }
}
