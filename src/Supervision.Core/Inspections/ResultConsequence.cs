namespace Supervision.Inspections;

/// <summary>What a published result brings with it.</summary>
public enum ResultConsequence
{
    /// <summary>Nothing beyond the publication.</summary>
    None = 1,

    /// <summary>Entry in the abnormal list is to be examined 列入经营异常名录.</summary>
    AbnormalList = 2,

    /// <summary>An order first, the abnormal list if it is not obeyed.</summary>
    OrderThenAbnormalList = 3,

    /// <summary>Published; a penalty needs another rule.</summary>
    PublishOnly = 4,

    /// <summary>Taken out of the pool of subjects.</summary>
    LeavesThePool = 5,

    /// <summary>Handled by the rules of its field.</summary>
    FollowUp = 6,
}
