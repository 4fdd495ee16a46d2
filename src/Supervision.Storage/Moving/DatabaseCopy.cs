using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Storage.Schema;
using Supervision.Storage.Stores.Audit;

namespace Supervision.Storage.Moving;

/// <summary>
/// All of a database as open files, and back into an empty one of either engine: backup, restore and move are the same thing.
/// docs/reference/storage.md describes the files. Use one for each scope.
/// </summary>
[AllowedTo(Roles.Administrator, IsShared = true)]
public sealed class DatabaseCopy
{
    private const string Format = "supervision-export/1";
    private const string Manifest = "manifest.json";

    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StorageScope _scope;
    private readonly CurrentActor _current;

    internal DatabaseCopy(StorageScope scope, CurrentActor current) => (_scope, _current) = (scope, current);

    /// <summary>
    /// Writes one snapshot of all tables while others go on working; the manifest comes last, so a folder without one is
    /// incomplete. SUP9031: the folder holds something already.
    /// </summary>
    /// <returns>The journal's head in that snapshot.</returns>
    public async Task<JournalHead> ExportAsync(string folder, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Demand();
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new StorageException($"SUP9031: {folder} is not empty. Name a new folder.");
        }

        using var snapshot = _scope.Engine.OpenSnapshot();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in TableContent.All(snapshot.Context))
        {
            counts.Add(table.Name, await WriteAsync(snapshot, table, Path.Combine(folder, table.Name + ".jsonl"), cancellationToken).ConfigureAwait(false));
        }

        var head = await JournalReader.HeadAsync(snapshot, cancellationToken).ConfigureAwait(false);
        var manifest = CanonicalJson.Of(json =>
        {
            json.WriteString("format", Format);
            json.WriteString("schema", SchemaOf());
            json.WriteNumber("size", head.Size);
            json.WriteString("root", head.Root.ToString());
            json.WriteStartObject("rows");
            foreach (var (name, count) in counts)
            {
                json.WriteNumber(name, count);
            }

            json.WriteEndObject();
        });
        await File.WriteAllTextAsync(Path.Combine(folder, Manifest), manifest + "\n", cancellationToken).ConfigureAwait(false);
        return head;
    }

    /// <summary>
    /// Reads such a folder into an empty database in one transaction, verifies the journal and compares counts and root.
    /// SUP9032: it is no export, of another schema, or incomplete; SUP9033: the database is not empty; SUP9034: what was read
    /// is not what the manifest says; nothing is kept then.
    /// </summary>
    /// <returns>The journal's head, verified.</returns>
    public async Task<JournalHead> ImportAsync(string folder, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Demand();
        var (size, root, rows) = ReadManifest(folder);
        var journal = new JournalReader(_scope);
        await _scope.WriteAsync(
            "the import",
            async session =>
            {
                foreach (var table in TableContent.All(session.Context))
                {
                    await ReadAsync(session, table, folder, rows.GetValueOrDefault(table.Name), cancellationToken).ConfigureAwait(false);
                }

                if (session.Engine.TakeNamesIn is { } takeIn)
                {
                    await session.Context.Database.ExecuteSqlRawAsync(takeIn, cancellationToken).ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        var verified = await JournalAudit.VerifyAsync(journal, cancellationToken).ConfigureAwait(false);
        if (!verified.TryGet(out var head, out var refusal) || head.Size != size || head.Root.ToString() != root)
        {
            throw new StorageException(
                $"SUP9034: the journal in {folder} is not that of its manifest: {refusal?.ToString() ?? "size or root differ"} Nothing was kept.");
        }

        await _scope.CommitAsync(cancellationToken).ConfigureAwait(false);
        return head;
    }

    private static async Task<long> WriteAsync(StorageSession snapshot, TableContent table, string path, CancellationToken cancellationToken)
    {
        var file = File.Create(path);
        await using var __ = file.ConfigureAwait(false);
        var rows = snapshot.Query(table.Select);
        await using var _ = rows.ConfigureAwait(false);
        var json = new Utf8JsonWriter(file, s_readable);
        await using var ___ = json.ConfigureAwait(false);
        long count = 0;
        for (; await rows.ReadAsync(cancellationToken).ConfigureAwait(false); count++)
        {
            table.Write(json, rows);
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            json.Reset();
            file.WriteByte((byte)'\n');
        }

        return count;
    }

    private static async Task ReadAsync(
        StorageSession session, TableContent table, string folder, long expected, CancellationToken cancellationToken)
    {
        // The one row that every database has from its schema.
        if (table.Name == "journal_head")
        {
            using var clear = Bulk.BulkStatement.Prepare(session.Connection, "DELETE FROM journal_head WHERE size = 0");
            if (await clear.ExecuteAsync(cancellationToken).ConfigureAwait(false) == 0)
            {
                throw NotEmpty(session);
            }
        }

        if (await CountAsync(session, table, cancellationToken).ConfigureAwait(false) > 0)
        {
            throw NotEmpty(session);
        }

        var path = Path.Combine(folder, table.Name + ".jsonl");
        try
        {
            await table.ReadAsync(session.Connection, File.Exists(path) ? File.ReadLines(path) : [], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new StorageException($"SUP9034: {path} is damaged: {exception.Message} Nothing was kept.", exception);
        }

        var count = await CountAsync(session, table, cancellationToken).ConfigureAwait(false);
        if (count != expected)
        {
            throw new StorageException(FormattableString.Invariant(
                $"SUP9034: {path} has {count} rows, its manifest says {expected}. Nothing was kept."));
        }
    }

    private static async Task<long> CountAsync(StorageSession session, TableContent table, CancellationToken cancellationToken)
    {
        var rows = session.Query($"SELECT count(*) FROM {table.Name}");
        await using var _ = rows.ConfigureAwait(false);
        await rows.ReadAsync(cancellationToken).ConfigureAwait(false);
        return rows.GetInt64(0);
    }

    private static StorageException NotEmpty(StorageSession session) => new(
        $"SUP9033: {session.Engine.Location} is not empty. Import into a new database; this one was not changed.");

    private static (long Size, string Root, Dictionary<string, long> Rows) ReadManifest(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, Manifest)));
            var root = json.RootElement;
            if (root.GetProperty("format").GetString() != Format || root.GetProperty("schema").GetString() != SchemaOf())
            {
                throw new StorageException(
                    $"SUP9032: {folder} was exported from another schema, or is no export. Import it with the version of the program "
                    + "that exported it, and let a newer one upgrade that database.");
            }

            return (
                root.GetProperty("size").GetInt64(),
                root.GetProperty("root").GetString()!,
                root.GetProperty("rows").EnumerateObject().ToDictionary(row => row.Name, row => row.Value.GetInt64(), StringComparer.Ordinal));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or IOException)
        {
            throw new StorageException($"SUP9032: {folder} is no complete export: {exception.Message}", exception);
        }
    }

    private static string SchemaOf() => string.Join(' ', SchemaScript.For("sqlite").Select(script => script.Name));

    private void Demand()
    {
        if (_current.Refuse(typeof(DatabaseCopy)) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }
}
