using System.Globalization;

namespace Supervision.Hosting.Walk;

/// <summary>Shows parts per million as a percentage.</summary>
internal static class Percent
{
    public static string Of(int ppm) => (ppm / 10_000m).ToString("0.####", CultureInfo.InvariantCulture) + " %";
}
