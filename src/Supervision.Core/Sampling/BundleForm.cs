namespace Supervision.Sampling;

/// <summary>For whom a bundle is written. It matters when leaves are salted: the frame then holds private attributes.</summary>
public enum BundleForm
{
    /// <summary>For everybody: leaf hashes in place of a salted frame.</summary>
    Public = 1,

    /// <summary>For an auditor: the frame with its salts.</summary>
    Auditor = 2,
}
