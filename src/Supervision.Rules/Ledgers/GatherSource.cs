namespace Supervision.Rules.Ledgers;

/// <summary>What a gather folds over.</summary>
internal enum GatherSource
{
    /// <summary>Entries of a ledger.</summary>
    Entries = 1,

    /// <summary>Earlier events.</summary>
    Events,

    /// <summary>The items of a list field of earlier events.</summary>
    PastItems,

    /// <summary>The items of a list field of the event itself.</summary>
    Items,

    /// <summary>Results that were issued.</summary>
    Results,

    /// <summary>Two gathers above.</summary>
    Quotient,
}
