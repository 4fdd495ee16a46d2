using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Supervision.Decisions;
using Supervision.Warnings;

namespace OwnSensorsAndCredit;

/// <summary>
/// A policy engine of your own behind the seam of the rules: Core asks, you answer with a level, the version that decided and why. Pure: what it
/// knows is in the arguments. ICreditPolicy, IRiskPolicy and IDrawRatioPolicy are replaced in the same way.
/// </summary>
internal sealed class OwnModels : IWarningModels
{
    private const string Rule = "kitchen-temperature: warn above 8 °C, high above 12 °C, on the last good reading";

    private static readonly PolicyReference s_version = new(
        "kitchen-temperature", "2026.1", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Rule))));

    public Outcome<WarningAssessment> Assess(string model, string subjectId, IReadOnlyList<RiskSignal> signals, DateOnly asOf)
    {
        if (model != s_version.Id)
        {
            return Refusal.Of("SUP7101", model);
        }

        var last = signals.OrderBy(signal => signal.At).ThenBy(signal => signal.Sequence).LastOrDefault(signal => signal.IsGood && signal.Kind != RiskSignal.Reviewed);
        var degrees = last is null ? 0m : decimal.Parse(last.Values["celsius"], CultureInfo.InvariantCulture);
        var level = degrees > 12m ? WarningLevel.High : degrees > 8m ? WarningLevel.Low : WarningLevel.None;
        return new WarningAssessment(
            level, s_version,
            Explanation.Of(Message.Literal($"{level}: {degrees.ToString(CultureInfo.InvariantCulture)} °C"), Explanation.Of(Message.Literal(Rule)))
                .On(new LegalBasis("食品安全法", "第五十四条")));
    }
}
