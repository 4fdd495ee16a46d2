using System.Data.Common;
using System.Globalization;

namespace Supervision.Storage;

/// <summary>
/// What differs between the databases that may lie below: how connections are had, what an error means, and the few
/// words of SQL that they don't share. Thread-safe.
/// </summary>
internal abstract class StorageEngine : IDisposable
{
    /// <summary>Where the data are, for people; never with a password.</summary>
    public abstract string Location { get; }

    /// <summary>Version of the engine, such as "3.50.4"; empty until the database is open.</summary>
    public string Version { get; protected set; } = "";

    /// <summary>How long a unit of work waits for others before it is refused.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What a query that locks the row it reads ends with.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Connects and brings the schema up to date. Called by one at a time; does nothing when it is open.</summary>
    public abstract Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>A session for one unit of work that reads.</summary>
    public abstract StorageSession OpenReader();

    /// <summary>A session that sees one moment of the database, whatever others write meanwhile; dispose of it.</summary>
    public abstract StorageSession OpenSnapshot();

    /// <summary>A session that may write; <see cref="CommitAsync"/> or <see cref="Rollback"/> take it back.</summary>
    public abstract Task<StorageSession> TakeWriterAsync(CancellationToken cancellationToken);

    /// <summary>Begins what will be kept as a whole or not at all.</summary>
    public abstract Task<DbTransaction> BeginAsync(StorageSession writer, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the session back and completes when what was written is durable. Cannot be given up half way: whether it was durable would be
    /// unknown. After a failure nothing was saved.
    /// </summary>
    public abstract Task CommitAsync(StorageSession writer, DbTransaction transaction);

    /// <summary>Takes the session back and undoes what was written.</summary>
    /// <param name="writer">The session.</param>
    /// <param name="transaction">What was begun; null when that failed.</param>
    /// <param name="cause">Why it is undone; null when it just ended.</param>
    public abstract void Rollback(StorageSession writer, DbTransaction? transaction, Exception? cause);

    /// <summary>Whether an exception says that somebody else's change collides with this one.</summary>
    public abstract bool IsConflict(Exception exception);

    /// <summary>What a failure of the engine means in words, or null when it is none that is known.</summary>
    public abstract StorageException? Explain(Exception exception);

    /// <summary>Until the transaction ends nobody else passes here for the same thing.</summary>
    public abstract Task SerialiseAsync(StorageSession writer, string what, CancellationToken cancellationToken);

    /// <summary>SQL: whether a text contains another.</summary>
    public abstract string Contains(string text, string part);

    /// <summary>SQL: the ids of subjects that may have the characters of a text in their name, by an index; what it finds is to be compared.</summary>
    public abstract string SubjectsNamed(string characters);

    /// <summary>SQL that takes new names into that index, to be run after subjects were saved; null where the engine does it by itself.</summary>
    public virtual string? TakeNamesIn => null;

    /// <summary>The characters of a text as the parameter of <see cref="SubjectsNamed"/>.</summary>
    public abstract string Characters(string text);

    /// <summary>SQL: a table with the column "value" that has the elements of a JSON list of texts.</summary>
    public abstract string Elements(string json, string alias);

    /// <summary>SQL: a member of a JSON object as a text, or null.</summary>
    public abstract string Member(string json, string name);

    /// <summary>SQL: the number of elements of a JSON list.</summary>
    public abstract string Length(string json);

    public abstract void Dispose();

    protected StorageException NotOpen() => new(
        $"SUP9003: {Location} is not open. Await SupervisionDatabase.OpenAsync once, before the first unit of work.");

    protected StorageException Busy(Exception? cause = null) => new(
        $"SUP9005: another unit of work has been writing to {Location} for more than "
        + $"{Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s. Commit or dispose it before a second one "
        + "writes; repeat the command when it was a long import.",
        cause);
}
