namespace Supervision.Catalog;

/// <summary>Where an item of the catalogue stands.</summary>
public enum ItemState
{
    /// <summary>Written by its agency.</summary>
    Draft = 1,

    /// <summary>With the catalogue body.</summary>
    UnderReview = 2,

    /// <summary>Published: it may be inspected while its basis is in force.</summary>
    Published = 3,

    /// <summary>Its basis was amended or repealed: nothing new is begun.</summary>
    Suspended = 4,

    /// <summary>Gone for good; running work keeps its version.</summary>
    Retired = 5,
}
