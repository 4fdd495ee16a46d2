using System.Globalization;
using Supervision.Cases;
using Supervision.Inspections;
using Supervision.Matters;

namespace Supervision.Web.Api;

/// <summary>The versions of things as entity tags.</summary>
internal static class ApiVersions
{
    /// <summary>The tag of a version: its number in quotation marks.</summary>
    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The tag of a thing; null for what has no version.</summary>
    public static string? TagOf(object thing) => thing switch
    {
        InspectionTask task => TagOf(task.Version),
        PenaltyCase one => TagOf(one.Version),
        Matter matter => TagOf(matter.Version),
        _ => null,
    };
}
