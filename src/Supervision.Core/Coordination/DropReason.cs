namespace Supervision.Coordination;

/// <summary>Why a planned check does not take place.</summary>
public enum DropReason
{
    /// <summary>The subject is left in peace and no law demands the check.</summary>
    LeftInPeace = 1,

    /// <summary>The yearly cap of the subject is reached and no law demands the check.</summary>
    YearlyCap = 2,
}
