namespace Supervision.Documents;

/// <summary>Whom a version of a document is for.</summary>
public enum DocumentAudience
{
    /// <summary>The party and the file: everything in clear.</summary>
    Party = 1,

    /// <summary>The public: personal data are masked.</summary>
    Public = 2,
}
