using System.Globalization;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.Documents;

/// <summary>A sanction in the words of a document.</summary>
internal static class SanctionText
{
    /// <summary>Kind by kind in the order of art. 9: "1.警告；2.罚款人民币280,000元（大写：贰拾捌万元整）。".</summary>
    public static string Of(Sanction sanction)
    {
        var parts = Enum.GetValues<PenaltyKind>()
            .Where(kind => kind != PenaltyKind.None && sanction.Kinds.HasFlag(kind)).Select(kind => Part(kind, sanction)).ToList();
        return (parts.Count == 1 ? parts[0] : string.Join("；", parts.Select((part, i) => $"{Invariant.Text(i + 1)}.{part}"))) + "。";
    }

    private static string Part(PenaltyKind kind, Sanction sanction)
    {
        var name = Message.Of($"document.penalty.{kind}").In(CultureInfo.InvariantCulture);
        return kind switch
        {
            PenaltyKind.Fine => name + Money(sanction.Fine),
            PenaltyKind.ConfiscationOfGains => name + Money(sanction.Gains),
            PenaltyKind.ConfiscationOfGoods => $"{name}（价值{Yuan.Figures(sanction.Goods)}）",
            PenaltyKind.LicenceSuspension or PenaltyKind.ActivityRestriction or PenaltyKind.CareerLimit or PenaltyKind.BusinessSuspension
                when sanction.Months > 0 => $"{name}{Invariant.Text(sanction.Months)}个月",
            _ => name,
        };
    }

    private static string Money(decimal amount) => $"人民币{Yuan.Figures(amount)}（大写：{Yuan.Capitals(amount)}）";
}
