namespace Supervision.Data;

/// <summary>What a field must add up to: a start less the weights of the rows that belong to it.</summary>
/// <param name="Start">Value without any row.</param>
/// <param name="Field">Field of the target's rows that is looked up.</param>
/// <param name="Lookup">Table that says the class of that value, by its first field.</param>
/// <param name="Class">Field of the looked-up row that says the class.</param>
/// <param name="Weights">What each class takes away.</param>
public sealed record QualityTotal(
    decimal Start, string Field, QualityTarget Lookup, string Class, IReadOnlyDictionary<string, decimal> Weights);
