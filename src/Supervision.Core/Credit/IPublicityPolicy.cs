namespace Supervision.Credit;

/// <summary>Says whether a penalty is shown to the public on a day, with repair taken into account. Pure; thread-safe.</summary>
public interface IPublicityPolicy
{
    /// <summary>Judges one penalty as of a civil date.</summary>
    PublicityDecision Evaluate(PublishedPenalty penalty, DateOnly asOf);
}
