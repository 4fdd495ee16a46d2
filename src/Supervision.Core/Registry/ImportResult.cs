namespace Supervision.Registry;

/// <summary>What an import did. Rows read = added + changed + unchanged + rejected.</summary>
/// <param name="Saved">What the good rows did.</param>
/// <param name="Rejected">Number of rows left out.</param>
public sealed record ImportResult(SaveCount Saved, int Rejected)
{
    /// <summary>Rows read.</summary>
    public int Read => Saved.Added + Saved.Changed + Saved.Unchanged + Rejected;
}
