namespace Supervision.Credit;

/// <summary>
/// How grave a fault is, in the four words of the Yiwu points measure (2019). What each is worth in points is policy
/// data, never code.
/// </summary>
public enum OffenceSeverity
{
    /// <summary>轻微.</summary>
    Slight = 1,

    /// <summary>一般.</summary>
    Ordinary = 2,

    /// <summary>较重.</summary>
    Heavier = 3,

    /// <summary>严重.</summary>
    Serious = 4,
}
