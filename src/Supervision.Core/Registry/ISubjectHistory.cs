namespace Supervision.Registry;

/// <summary>What a register said before it was changed. A program whose register lies elsewhere keeps none, or implements it over that register.</summary>
public interface ISubjectHistory
{
    /// <summary>A registration as it was known at an instant; null when it has not been changed since.</summary>
    /// <param name="id">Subject.</param>
    /// <param name="knownUntil">Changes at or after it are not known yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Subject?> FindAsync(string id, DateTimeOffset knownUntil, CancellationToken cancellationToken);
}
