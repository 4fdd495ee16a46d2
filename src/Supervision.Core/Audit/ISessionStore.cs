namespace Supervision.Audit;

/// <summary>Keeps sessions. Changes become durable with the unit of work of the same scope.</summary>
public interface ISessionStore
{
    /// <summary>The session with a key, or null.</summary>
    Task<UserSession?> FindAsync(string keyHash, CancellationToken cancellationToken);

    /// <summary>The sessions of a person for an agency or a subject, the oldest first.</summary>
    Task<IReadOnlyList<UserSession>> ListOfPersonAsync(string personId, string partyId, CancellationToken cancellationToken);

    /// <summary>Adds a session.</summary>
    Task AddAsync(UserSession session, CancellationToken cancellationToken);

    /// <summary>Lets a session that is still there end later; false when it has ended.</summary>
    Task<bool> ExtendAsync(string keyHash, DateTimeOffset expiresAt, ReadOnlyMemory<byte> ticket, CancellationToken cancellationToken);

    /// <summary>Ends a session; false when it has ended before.</summary>
    Task<bool> RemoveAsync(string keyHash, CancellationToken cancellationToken);

    /// <summary>Forgets the sessions that ended before an instant; returns their number.</summary>
    Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
