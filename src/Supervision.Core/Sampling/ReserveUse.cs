using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// A reserve 替补 that took the place of a drawn subject which could not be inspected. Published with the draw: the order of the reserves is
/// fixed, hence nobody can be slipped in. Immutable.
/// </summary>
/// <param name="Cell">The cell of the subject replaced.</param>
/// <param name="Replaced">Who was drawn, or is itself a reserve that was used.</param>
/// <param name="By">The next reserve in order.</param>
/// <param name="Reason">Why, such as "moved away, address empty". Not empty.</param>
/// <param name="Approver">Who approved it. Not empty.</param>
/// <param name="Evidence">SHA-256 of the evidence, such as a photograph of the closed shop; null when there is none.</param>
/// <param name="At">When.</param>
public sealed record ReserveUse(
    string Cell, string Replaced, string By, string Reason, string Approver, Digest? Evidence, DateTimeOffset At);
