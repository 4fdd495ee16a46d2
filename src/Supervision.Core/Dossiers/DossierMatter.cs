using Supervision.Matters;

namespace Supervision.Dossiers;

/// <summary>A matter as it stood on the days of a dossier: a warning, an event, a promise, a restriction. Immutable.</summary>
/// <param name="Id">Matter.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Category">What sort of thing within the kind: model, origin, licence item, kind of list.</param>
/// <param name="Title">What it is about, in a line.</param>
/// <param name="OriginAgencyId">The agency that it came from.</param>
/// <param name="OpenedAt">When it began.</param>
/// <param name="State">Where it stood.</param>
/// <param name="Steps">What had happened to it, oldest first.</param>
public sealed record DossierMatter(
    string Id,
    MatterKind Kind,
    string Category,
    string Title,
    string OriginAgencyId,
    DateTimeOffset OpenedAt,
    MatterState State,
    IReadOnlyList<MatterStep> Steps);
