using Supervision.Catalog;

namespace Supervision.Coordination;

/// <summary>A checklist that an agency brings to a joint visit.</summary>
/// <param name="AgencyId">Agency.</param>
/// <param name="Checklist">Its checklist, in a version.</param>
/// <param name="DelegatedTo">Agency that does the general points instead, or null.</param>
public sealed record FormSource(string AgencyId, Checklist Checklist, string? DelegatedTo = null);
