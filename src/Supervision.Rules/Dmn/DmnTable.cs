namespace Supervision.Rules.Dmn;

/// <summary>A decision table to write as a DMN model.</summary>
/// <param name="Name">The decision's name.</param>
/// <param name="HitPolicy">UNIQUE, ANY, PRIORITY, FIRST, OUTPUT ORDER, RULE ORDER or COLLECT.</param>
/// <param name="Inputs">Its inputs: each is a name of its own that a case gives.</param>
/// <param name="Outputs">Its outputs.</param>
/// <param name="Rules">Its rows: the tests of the inputs, then the values of the outputs, all as FEEL.</param>
public sealed record DmnTable(
    string Name, string HitPolicy, IReadOnlyList<DmnColumn> Inputs, IReadOnlyList<DmnColumn> Outputs, IReadOnlyList<IReadOnlyList<string>> Rules);
