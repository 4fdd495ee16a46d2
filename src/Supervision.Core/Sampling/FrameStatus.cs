namespace Supervision.Sampling;

/// <summary>
/// Why a subject is or is not in the drum. Excluded subjects stay in the frame, so that every exclusion is public and
/// hashed. Values 6 to 255 are free for the authority, which explains them in the announcement.
/// </summary>
public static class FrameStatus
{
    /// <summary>May be drawn, when its weight is not zero.</summary>
    public const byte Eligible = 0;

    /// <summary>Inspected lately; left out so that nobody is visited again and again.</summary>
    public const byte CoolDown = 1;

    /// <summary>On a published list of exempt subjects.</summary>
    public const byte Exempt = 2;

    /// <summary>Not in a registration status in which it can be drawn, such as deregistered.</summary>
    public const byte NotDrawable = 3;

    /// <summary>On the "no trouble unless called for" list of well-graded subjects.</summary>
    public const byte NoTrouble = 4;

    /// <summary>Inspected in any case, because a statute asks for full coverage.</summary>
    public const byte FullCoverage = 5;
}
