using Supervision.Registry;

namespace Supervision.Catalog;

/// <summary>Who supervises a subject for what: one item, and an agency that may inspect it there.</summary>
/// <param name="Agency">Agency.</param>
/// <param name="Item">Item.</param>
public sealed record SupervisionLink(Agency Agency, SupervisionItem Item);
