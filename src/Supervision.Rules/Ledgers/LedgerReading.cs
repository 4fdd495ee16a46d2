namespace Supervision.Rules.Ledgers;

/// <summary>What a ledger says on a day.</summary>
/// <param name="Active">Start and all that is posted, not repaired, not expired.</param>
/// <param name="Unused">Points that no step has used.</param>
/// <param name="Steps">Steps in force.</param>
/// <param name="Reached">Steps ever taken.</param>
/// <param name="Rung">Rung of the last step, from 1; 0 before the first.</param>
internal readonly record struct LedgerReading(decimal Active, decimal Unused, int Steps, int Reached, int Rung = 0)
{
    /// <summary>The names that tables and examples give to the readings.</summary>
    public static IReadOnlyList<string> Names { get; } = ["active", "unused", "steps", "reached", "rung"];

    public decimal this[int name] => name switch { 0 => Active, 1 => Unused, 2 => Steps, 3 => Reached, _ => Rung };

    public decimal this[string name] => this[IndexOf(name)];

    /// <summary>Place of a reading's name, or -1.</summary>
    public static int IndexOf(string name) => name switch { "active" => 0, "unused" => 1, "steps" => 2, "reached" => 3, "rung" => 4, _ => -1 };
}
