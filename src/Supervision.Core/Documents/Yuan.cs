using System.Globalization;
using System.Text;

namespace Supervision.Documents;

/// <summary>Amounts of money as a document prints them. Pure.</summary>
internal static class Yuan
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] s_places = ["", "拾", "佰", "仟"];
    private static readonly string[] s_groups = ["", "万", "亿"];

    /// <summary>In figures: "280,000元", "1,234.50元".</summary>
    public static string Figures(decimal amount) =>
        amount.ToString(amount == decimal.Truncate(amount) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture) + "元";

    /// <summary>In capital characters 大写, as money in a document is written against later changes: "贰拾捌万元整".</summary>
    /// <param name="amount">Yuan with at most two decimals, 0 to 999,999,999,999.99.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount lies outside of that.</exception>
    public static string Capitals(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, 999_999_999_999.99m);
        ArgumentOutOfRangeException.ThrowIfNotEqual(amount, decimal.Round(amount, 2));
        var whole = (long)decimal.Truncate(amount);
        var (jiao, fen) = Math.DivRem((int)((amount - whole) * 100), 10);
        var text = new StringBuilder(whole == 0 ? "" : Whole(whole) + "元");
        if (jiao > 0)
        {
            text.Append(Digits[jiao]).Append('角');
        }
        else if (fen > 0 && whole > 0)
        {
            text.Append('零');
        }

        return (fen > 0 ? text.Append(Digits[fen]).Append('分') : text.Append(text.Length == 0 ? "零元整" : "整")).ToString();
    }

    // Any run of zeros between two digits is one 零; zeros at the end of a number are not read.
    private static string Whole(long whole)
    {
        var text = new StringBuilder();
        var figures = whole.ToString(CultureInfo.InvariantCulture);
        var (isZeroPending, isGroupRead) = (false, false);
        for (var i = 0; i < figures.Length; i++)
        {
            var place = figures.Length - 1 - i;
            var digit = figures[i] - '0';
            if (digit == 0)
            {
                isZeroPending = true;
            }
            else
            {
                text.Append(isZeroPending ? "零" : "").Append(Digits[digit]).Append(s_places[place % 4]);
                (isZeroPending, isGroupRead) = (false, true);
            }

            if (place % 4 == 0 && isGroupRead)
            {
                text.Append(s_groups[place / 4]);
                isGroupRead = false;
            }
        }

        return text.ToString();
    }
}
