namespace Supervision.Audit;

/// <summary>Keeps what users have set themselves. Changes become durable with the unit of work of the same scope.</summary>
public interface IUserSecretStore
{
    /// <summary>What a user has set, or null.</summary>
    Task<UserSecret?> FindAsync(string userName, CancellationToken cancellationToken);

    /// <summary>Sets it in place of what was set before.</summary>
    Task SaveAsync(UserSecret secret, CancellationToken cancellationToken);

    /// <summary>Takes the one-time code of a time step: false when this one or a later one was taken before, by whatever host.</summary>
    Task<bool> UseStepAsync(string userName, long step, CancellationToken cancellationToken);
}
