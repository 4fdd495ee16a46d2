namespace Supervision.Rules.Ledgers;

/// <summary>How the end of an entry is found.</summary>
internal enum WindowKind
{
    /// <summary>A length from the entry's date.</summary>
    Rolling = 1,

    /// <summary>At the end of the month, quarter, half-year or year.</summary>
    Calendar,

    /// <summary>At the end of a cycle that counts from an anchor.</summary>
    Cycle,

    /// <summary>Each line says it.</summary>
    Entry,

    /// <summary>Never.</summary>
    None,
}
