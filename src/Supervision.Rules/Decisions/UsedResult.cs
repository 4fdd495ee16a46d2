using Supervision.Decisions;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Decisions;

/// <summary>What another policy says of the case, as far as a pack uses it. Immutable.</summary>
/// <param name="Value">Its result; absent while none of its versions is in force.</param>
/// <param name="Gap">The case that no row of it matches, or null.</param>
/// <param name="Policy">The version that answered, or null where none is in force or an example gave the result.</param>
/// <param name="Why">Builds its explanation, or null where there is none.</param>
internal sealed record UsedResult(Fact Value, string? Gap = null, PolicyReference? Policy = null, Func<Explanation>? Why = null);
