namespace Supervision.Decisions;

/// <summary>A share that a published percentage can stand for.</summary>
/// <param name="Rate">The share.</param>
/// <param name="IsCutOff">Whether it fits only when the further decimals were cut off instead of rounded.</param>
public readonly record struct RateFit(Rate Rate, bool IsCutOff);
