namespace Supervision.Dossiers;

/// <summary>A part of a dossier that may be long, and so has pages.</summary>
public enum DossierSection
{
    /// <summary>Inspection tasks.</summary>
    Visits = 1,

    /// <summary>Findings.</summary>
    Findings = 2,

    /// <summary>Credit events.</summary>
    CreditEvents = 3,

    /// <summary>Penalty cases.</summary>
    Cases = 4,

    /// <summary>Matters: warnings, events, promises, restrictions, whatever kinds there are.</summary>
    Matters = 5,

    /// <summary>Who may enter, and why.</summary>
    MayEnter = 6,
}
