namespace Supervision.Rules.Packs;

/// <summary>Which parameters of the pack are the draw ratios.</summary>
/// <param name="Ratio">Parts per million by class.</param>
/// <param name="Weight">Weight by class.</param>
/// <param name="MinPerCell">Fewest subjects from a cell that has any.</param>
/// <param name="CoolDownDays">Calendar days without a second draw.</param>
/// <param name="RestDays">The same by class, which goes first; null where there is one number for all.</param>
internal sealed record DrawBinding(Parameter Ratio, Parameter Weight, Parameter MinPerCell, Parameter CoolDownDays, Parameter? RestDays);
