namespace Supervision.Rules.Differences;

/// <summary>How a part of a pack differs.</summary>
public enum DifferenceKind
{
    /// <summary>It is only in the second pack.</summary>
    Added = 1,

    /// <summary>It is only in the first pack.</summary>
    Removed = 2,

    /// <summary>It is in both, with another value.</summary>
    Changed = 3,

    /// <summary>It is in both, at another place among its neighbours, where the place decides.</summary>
    Moved = 4,
}
