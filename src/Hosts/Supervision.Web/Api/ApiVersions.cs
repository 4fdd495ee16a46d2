using System.Globalization;
using Microsoft.Net.Http.Headers;
using Supervision.Cases;
using Supervision.Inspections;
using Supervision.Matters;

namespace Supervision.Web.Api;

/// <summary>The versions of things as entity tags.</summary>
internal static class ApiVersions
{
    private const string Any = "*";

    /// <summary>The tag of a version: its number in quotation marks.</summary>
    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Whether an If-Match names a version: one of its tags, or any.</summary>
    public static bool IsNamed(string tags, int version) =>
        EntityTagHeaderValue.TryParseList([tags], out var all) && all.Any(tag => tag.Tag == Any || tag.Compare(new EntityTagHeaderValue(TagOf(version)), useStrongComparison: true));

    /// <summary>Whether an If-None-Match names a tag; one that a proxy made weak is the same here.</summary>
    public static bool IsKnown(IList<string> tags, string tag) =>
        EntityTagHeaderValue.TryParseList(tags, out var all) && all.Any(one => one.Tag == Any || one.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false));

    /// <summary>The tag of a thing; null for what has no version.</summary>
    public static string? TagOf(object thing) => thing switch
    {
        InspectionTask task => TagOf(task.Version),
        PenaltyCase one => TagOf(one.Version),
        Matter matter => TagOf(matter.Version),
        _ => null,
    };
}
