using System.Globalization;

namespace Supervision.Rules.Packs;

/// <summary>Numbers and dates as texts that no culture changes.</summary>
internal static class Invariant
{
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without trailing zeros: 3.0 and 3 are one number and have one text.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>With a plus where it adds, as in a ledger.</summary>
    public static string Signed(decimal number) => number > 0 ? $"+{Text(number)}" : Text(number);

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
