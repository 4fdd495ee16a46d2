namespace Supervision.Cases;

/// <summary>How a party fights a decision.</summary>
public enum RemedyKind
{
    /// <summary>行政复议.</summary>
    Review = 1,

    /// <summary>行政诉讼.</summary>
    Suit = 2,
}
