using Supervision.Decisions;

namespace Supervision.Rules.Packs;

/// <summary>What a parameter is worth from a date on, until its next value.</summary>
/// <param name="From">First civil date.</param>
/// <param name="Numbers">Number by key; a parameter without keys has the one key "".</param>
/// <param name="Basis">The provision behind it.</param>
internal sealed record ParameterValue(DateOnly From, IReadOnlyDictionary<string, decimal> Numbers, LegalBasis Basis)
{
    /// <summary>Period by key, for a parameter of periods.</summary>
    public IReadOnlyDictionary<string, Period> Periods { get; init; } = new Dictionary<string, Period>(StringComparer.Ordinal);

    /// <summary>Keys that lead to a value; 0 where there is one value.</summary>
    public int KeyCount { get; init; }

    public bool Has(string key) => Numbers.ContainsKey(key) || Periods.ContainsKey(key);
}
