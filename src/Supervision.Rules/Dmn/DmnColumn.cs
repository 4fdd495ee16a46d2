namespace Supervision.Rules.Dmn;

/// <summary>A column of a decision table to write.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in FEEL, such as number, string or boolean.</param>
/// <param name="Values">The values that it may hold, as FEEL, best first for PRIORITY and OUTPUT ORDER; "" for any.</param>
public sealed record DmnColumn(string Name, string Type, string Values = "");
