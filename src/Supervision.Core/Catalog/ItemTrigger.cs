namespace Supervision.Catalog;

/// <summary>What may happen to an item.</summary>
public enum ItemTrigger
{
    /// <summary>Its agency submits it.</summary>
    Submit = 1,

    /// <summary>The catalogue body sends it back.</summary>
    Return = 2,

    /// <summary>The catalogue body approves it.</summary>
    Publish = 3,

    /// <summary>Its law is amended or repealed.</summary>
    Suspend = 4,

    /// <summary>A new basis is there: the next version is published.</summary>
    Republish = 5,

    /// <summary>There will be no new basis.</summary>
    Retire = 6,
}
