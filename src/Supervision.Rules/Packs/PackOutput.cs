using Supervision.Rules.Facts;

namespace Supervision.Rules.Packs;

/// <summary>One typed result of a pack. Immutable.</summary>
/// <param name="Name">Name in the pack.</param>
/// <param name="Kind">grade, amount, list, every, times or ratio.</param>
/// <param name="Of">The name whose value it is, or by whose value it is looked up.</param>
/// <param name="ByValue">What it is for each value of <paramref name="Of"/>; null when it is the value itself.</param>
/// <param name="Unit">Unit of an amount, population of a ratio, or "".</param>
/// <param name="AppliesTo">now, or nextPeriod.</param>
internal sealed record PackOutput(
    string Name, string Kind, string Of, IReadOnlyDictionary<string, Fact>? ByValue, string Unit, string AppliesTo)
{
    /// <summary>The result for a value of <see cref="Of"/>; absent where the value has none.</summary>
    public Fact For(Fact value) => ByValue is null ? value : ByValue.GetValueOrDefault(value.ToString());
}
