namespace Supervision.Web.Publication;

/// <summary>A subject that was drawn, its cell, and the officers who go there; none before they are matched.</summary>
internal sealed record PublicDrawn(string SubjectId, string Cell, IReadOnlyList<string> Officers);
