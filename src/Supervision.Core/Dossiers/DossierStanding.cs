using System.Text.Json;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Risk;

namespace Supervision.Dossiers;

/// <summary>A standing as it was decided and explained on its day, whatever the policies have become. Immutable.</summary>
/// <param name="Number">Number of the decision.</param>
/// <param name="AsOf">Civil day that it speaks for.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="Points">Points then.</param>
/// <param name="CompositeScore">Composite score then.</param>
/// <param name="Grade">Grade then.</param>
/// <param name="Class">Credit-risk class then.</param>
/// <param name="Weight">Weight in the next frame then.</param>
/// <param name="Explanation">The explanation of that day.</param>
public sealed record DossierStanding(
    long Number,
    DateOnly AsOf,
    DateTimeOffset DecidedAt,
    decimal Points,
    decimal CompositeScore,
    CompositeCreditGrade Grade,
    CreditRiskClass Class,
    int Weight,
    Explanation Explanation)
{
    /// <summary>The standing that a stored decision tells of.</summary>
    /// <exception cref="FormatException">The decision is damaged.</exception>
    internal static DossierStanding Of(StandingDecision decision)
    {
        var explanation = decision.Explanation;
        using var json = JsonDocument.Parse(decision.Content, new JsonDocumentOptions { MaxDepth = 256 });
        var root = json.RootElement;
        return new DossierStanding(
            decision.Number, decision.AsOf, decision.DecidedAt, Decimal(root, "points"), Decimal(root, "composite"),
            Enum.Parse<CompositeCreditGrade>(root.GetProperty("grade").GetString()!),
            Enum.Parse<CreditRiskClass>(root.GetProperty("class").GetString()!),
            root.GetProperty("weight").GetInt32(), explanation);
    }

    private static decimal Decimal(JsonElement root, string name) =>
        decimal.Parse(root.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
