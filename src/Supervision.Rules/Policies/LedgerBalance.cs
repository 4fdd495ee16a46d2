namespace Supervision.Rules.Policies;

/// <summary>What one ledger says on a day. Immutable.</summary>
/// <param name="Ledger">Name in the pack.</param>
/// <param name="Active">Start and all that counts; the lines of the ledger sum to it.</param>
/// <param name="Unused">Points that no step has used.</param>
/// <param name="Steps">Steps in force.</param>
/// <param name="Reached">Steps ever taken.</param>
/// <param name="Rung">Rung of the last step, from 1; 0 before the first.</param>
/// <param name="IsPersonal">Whether a person's ledger is meant, which is never shown in public.</param>
public sealed record LedgerBalance(
    string Ledger, decimal Active, decimal Unused, int Steps, int Reached, int Rung, bool IsPersonal);
