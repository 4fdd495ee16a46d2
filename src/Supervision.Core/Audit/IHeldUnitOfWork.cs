namespace Supervision.Audit;

/// <summary>The unit of work of a scope whose commits can be held back, so that a command of many steps is one transaction.</summary>
public interface IHeldUnitOfWork
{
    /// <summary>From now on a commit only says that a step is done.</summary>
    void Hold();

    /// <summary>Commits all that was held back.</summary>
    Task ReleaseAsync(CancellationToken cancellationToken);
}
