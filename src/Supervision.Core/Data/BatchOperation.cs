namespace Supervision.Data;

/// <summary>What a batch does to a row.</summary>
public enum BatchOperation
{
    /// <summary>i: the row is new.</summary>
    Insert = 1,

    /// <summary>u: the row has other values.</summary>
    Update = 2,

    /// <summary>d: the row is gone.</summary>
    Delete = 3,
}
