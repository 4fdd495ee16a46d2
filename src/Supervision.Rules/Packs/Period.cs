using System.Runtime.InteropServices;
using System.Text;

namespace Supervision.Rules.Packs;

/// <summary>
/// A calendar period such as P1Y, P6M, P30D. A day that the target month lacks becomes its last day: 29 February
/// and P1Y is 28 February.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Period(int Months, int Days)
{
    public DateOnly After(DateOnly date) => date.AddMonths(Months).AddDays(Days);

    public DateOnly Before(DateOnly date) => date.AddMonths(-Months).AddDays(-Days);

    /// <summary>So many lengths in one go: a 29th or 31st does not drift. Negative counts go back.</summary>
    public DateOnly After(DateOnly date, int times) => date.AddMonths(Months * times).AddDays(Days * times);

    /// <summary>P, then years, months, days in this order, each at most four digits; at least one, not all zero.</summary>
    public static bool TryParse(string text, out Period period, bool canBeZero = false)
    {
        period = default;
        if (!text.StartsWith('P'))
        {
            return false;
        }

        var rest = text.AsSpan(1);
        if (!Take(ref rest, 'Y', out var years) || !Take(ref rest, 'M', out var months) || !Take(ref rest, 'D', out var days))
        {
            return false;
        }

        period = new Period((years * 12) + months, days);
        return rest.IsEmpty && text.Length > 1 && (canBeZero || period != default);
    }

    public override string ToString()
    {
        var text = new StringBuilder("P");
        Put(text, Months / 12, 'Y');
        Put(text, Months % 12, 'M');
        Put(text, Days, 'D');
        return text.ToString();
    }

    private static bool Take(ref ReadOnlySpan<char> rest, char unit, out int count)
    {
        count = 0;
        var end = rest.IndexOf(unit);
        if (end < 0)
        {
            return true;
        }

        var digits = rest[..end];
        rest = rest[(end + 1)..];
        return digits.Length is > 0 and <= 4
            && int.TryParse(digits, System.Globalization.NumberStyles.None, provider: null, out count);
    }

    private static void Put(StringBuilder text, int count, char unit)
    {
        if (count > 0)
        {
            text.Append(Invariant.Text(count)).Append(unit);
        }
    }
}
