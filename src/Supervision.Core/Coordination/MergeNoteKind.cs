namespace Supervision.Coordination;

/// <summary>What a person should look at in a merged plan.</summary>
public enum MergeNoteKind
{
    /// <summary>Checks that laws demand exceed the yearly cap; they stay.</summary>
    CapExceededByLaw = 1,

    /// <summary>Two visits are closer to each other than wished: their windows allow nothing else.</summary>
    CloserThanWished = 2,
}
