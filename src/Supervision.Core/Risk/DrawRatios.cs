using Supervision.Decisions;

namespace Supervision.Risk;

/// <summary>The draw ratios in force on a day. Immutable.</summary>
/// <param name="Policy">The policy they come from.</param>
/// <param name="Classes">One ratio for each class, A to D in order.</param>
/// <param name="MinPerCell">Fewest subjects to draw from a cell that has any, 0 or more.</param>
/// <param name="CoolDownDays">Calendar days during which a subject inspected is not drawn again, 0 or more.</param>
public sealed record DrawRatios(
    PolicyReference Policy, IReadOnlyList<ClassRatio> Classes, int MinPerCell, int CoolDownDays)
{
    /// <summary>The ratio of a class.</summary>
    public ClassRatio this[CreditRiskClass riskClass] => Classes[(int)riskClass - 1];
}
