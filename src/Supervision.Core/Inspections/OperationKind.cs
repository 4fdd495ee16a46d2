namespace Supervision.Inspections;

/// <summary>What an officer's device recorded while it had no network.</summary>
public enum OperationKind
{
    /// <summary>The subject's code was scanned.</summary>
    Scan = 1,

    /// <summary>An officer showed the certificate.</summary>
    PresentCertificate = 2,

    /// <summary>A point was answered, or answered anew.</summary>
    Answer = 3,

    /// <summary>The party signed, or refused to.</summary>
    PartySignature = 4,

    /// <summary>Somebody chose between answers of two devices.</summary>
    Resolve = 5,
}
