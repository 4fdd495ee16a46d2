using Supervision.Registry;

namespace Supervision.Matters;

/// <summary>Who is above whom, and whose area and field a thing lies in. Pure.</summary>
internal static class Hierarchy
{
    /// <summary>
    /// The next agency up: the one with the smallest area that is wider than, and holds, the agency's own and that shares a field with it.
    /// Null at the top.
    /// </summary>
    public static string? Above(string agencyId, IReadOnlyList<Agency> agencies)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        var own = agencies.FirstOrDefault(agency => agency.Id == agencyId);
        return own is null ? null : agencies
            .Where(other => Width(other) > Width(own) && other.Covers(own.DivisionCode)
                && other.Fields.Intersect(own.Fields, StringComparer.Ordinal).Any())
            .OrderBy(Width).ThenBy(other => other.Id, StringComparer.Ordinal).FirstOrDefault()?.Id;
    }

    /// <summary>The agency of a field whose area is the smallest that holds a division, or null.</summary>
    public static Agency? For(string field, string divisionCode, IReadOnlyList<Agency> agencies)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        return agencies
            .Where(agency => agency.Fields.Contains(field, StringComparer.Ordinal) && agency.Covers(divisionCode))
            .OrderBy(Width).ThenBy(agency => agency.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    // The fewer digits all its divisions share, the wider.
    private static int Width(Agency agency) => -DivisionArea.Prefix(agency.DivisionCode).Length;
}
