using System.Globalization;

namespace Supervision.Architecture.Tests.Offenders;

/// <summary>What neither Core nor Rules may do.</summary>
internal static class ReadsTheClock
{
    public static string Name() =>
        $"{DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture)} {new Random(1).Next().ToString(CultureInfo.InvariantCulture)} {Guid.NewGuid()}";
}
