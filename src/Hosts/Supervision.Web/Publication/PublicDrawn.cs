namespace Supervision.Web.Publication;

/// <summary>A subject that was drawn, its cell, the officers who go there (none before they are matched), and what came of it.</summary>
internal sealed record PublicDrawn(string SubjectId, string Cell, IReadOnlyList<string> Officers, IReadOnlyList<PublicResult> Results);
