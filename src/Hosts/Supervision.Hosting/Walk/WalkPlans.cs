using Supervision.Risk;
using Supervision.Sampling;

namespace Supervision.Hosting.Walk;

/// <summary>The plans of the story: one drawn by risk, two that cover everybody.</summary>
internal static class WalkPlans
{
    public const string Market = "market-2026";
    public const string Catering = "catering-2026";
    public const string Training = "training-2026";
    private const string Bureau = "330700";

    public static IReadOnlyList<PlanRequest> All(DrawRatios ratios) =>
    [
        Plan(Market, "2026 年度登记事项双随机抽查", "33070100200100", ratios.ToTierRates(), ratios.MinPerCell, ratios.CoolDownDays, ratios.Policy.ToString()),
        Plan(Catering, "2026 年度餐饮服务日常监督检查", "33070100100100", Everybody, 0, 0, "食品生产经营监督检查管理办法 第二十二条：全覆盖"),
        Plan(Training, "2026 年度校外培训机构检查", "33070100300100", Everybody, 0, 0, "示例：全覆盖"),
    ];

    private static TierRate[] Everybody => [.. "ABCD".Select(tier => new TierRate(tier.ToString(), DrawRate.Whole))];

    private static PlanRequest Plan(
        string id, string name, string item, IReadOnlyList<TierRate> rates, int minPerCell, int coolDown, string source) =>
        new(id, name, Bureau, item, Bureau, WalkDays.Draw, WalkDays.End, rates, minPerCell, coolDown, source);
}
