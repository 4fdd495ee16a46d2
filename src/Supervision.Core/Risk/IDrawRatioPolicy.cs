namespace Supervision.Risk;

/// <summary>Says how densely each class is drawn. Pure; thread-safe.</summary>
public interface IDrawRatioPolicy
{
    /// <summary>The ratios in force on a civil day.</summary>
    DrawRatios RatiosOn(DateOnly date);
}
