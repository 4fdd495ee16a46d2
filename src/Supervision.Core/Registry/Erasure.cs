namespace Supervision.Registry;

/// <summary>What went when personal data were erased.</summary>
/// <param name="PersonIds">Ids of the persons that were there.</param>
/// <param name="Documents">Issued documents that lost what they said of them.</param>
public sealed record Erasure(IReadOnlyList<string> PersonIds, IReadOnlyList<ErasedDocument> Documents);
