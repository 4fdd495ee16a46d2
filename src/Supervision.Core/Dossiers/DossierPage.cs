namespace Supervision.Dossiers;

/// <summary>A page of a section. Immutable.</summary>
/// <param name="Rows">Rows of the page.</param>
/// <param name="Skipped">Rows before them.</param>
/// <param name="Total">Rows of the section.</param>
public sealed record DossierPage<T>(IReadOnlyList<T> Rows, int Skipped, int Total)
{
    /// <summary>Rows after the page.</summary>
    public int Left => Math.Max(0, Total - Skipped - Rows.Count);
}
