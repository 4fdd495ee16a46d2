using System.Text;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Time;

namespace Supervision.Registry;

/// <summary>
/// Registers subjects from rows that a host has read. A bad row never spoils a good one: it goes to the rejects.
/// Each batch is one transaction with one journal entry, so an import that is broken off keeps its finished
/// batches, and running it again changes nothing that is already there.
/// </summary>
[AllowedTo(Roles.Registrar, IsShared = true)]
public sealed class ImportSubjects(ISubjectStore subjects, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Rows a transaction.</summary>
    public const int BatchSize = 20_000;

    /// <summary>Reads all rows and saves the good ones.</summary>
    /// <param name="source">Name of the file, for the journal.</param>
    /// <param name="rows">Rows in file order; enumerated once.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="onReject">Called for each row left out, in file order.</param>
    /// <param name="onProgress">Called after each batch with the number of rows read so far.</param>
    /// <param name="cancellationToken">Stops between two batches; the batch under way is given up.</param>
    public async Task<ImportResult> RunAsync(
        string source,
        IEnumerable<ImportRow<Subject>> rows,
        Actor actor,
        Action<ImportReject> onReject,
        Action<long> onProgress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(onReject);
        var firstRows = new Dictionary<string, long>(StringComparer.Ordinal);
        var batch = new List<Subject>(BatchSize);
        var saved = default(SaveCount);
        var rejected = 0;
        long read = 0;
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read++;
            if ((row.Reject ?? Judge(row, firstRows)) is { } reject)
            {
                rejected++;
                onReject(reject);
                continue;
            }

            batch.Add(row.Value!);
            if (batch.Count == BatchSize)
            {
                saved += await SaveAsync(source, batch, row.Row, actor, cancellationToken).ConfigureAwait(false);
                batch.Clear();
                onProgress(read);
            }
        }

        if (batch.Count > 0)
        {
            saved += await SaveAsync(source, batch, read + 1, actor, cancellationToken).ConfigureAwait(false);
        }

        onProgress(read);
        return new ImportResult(saved, rejected);
    }

    private static ImportReject? Judge(ImportRow<Subject> row, Dictionary<string, long> firstRows)
    {
        var subject = row.Value!;
        if (subject.Check() is { } refusal)
        {
            return new ImportReject(row.Row, "", subject.Id, refusal, Message.Of("import.remedy.correct"));
        }

        return firstRows.TryAdd(subject.Id, row.Row)
            ? null
            : new ImportReject(
                row.Row, "", subject.Id, Refusal.Of("SUP1031", subject.Id, Invariant.Text(firstRows[subject.Id])),
                Message.Of("import.remedy.duplicate"));
    }

    private async Task<SaveCount> SaveAsync(
        string source, List<Subject> batch, long lastRow, Actor actor, CancellationToken cancellationToken)
    {
        var count = await subjects.SaveAsync(batch, cancellationToken).ConfigureAwait(false);
        if (count.Added + count.Changed > 0)
        {
            work.Append(new JournalRecord("subjects.registered", batch[0].Id, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteString("source", source);
                json.WriteNumber("lastRow", lastRow);
                json.WriteNumber("added", count.Added);
                json.WriteNumber("changed", count.Changed);
                json.WriteString("content", ContentHash(batch).ToString());
            })));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    // One hash over the batch ties every imported field to the journal without a journal entry for each of a million rows.
    private static Digest ContentHash(List<Subject> batch)
    {
        var text = new StringBuilder(batch.Count * 120);
        foreach (var s in batch)
        {
            text.Append(s.Id).Append('\t').Append((int)s.Kind).Append('\t').Append(s.Name).Append('\t')
                .Append(s.Uscc?.Value).Append('\t').Append(s.OperatorId).Append('\t').Append(s.DivisionCode).Append('\t')
                .Append(s.IndustryCode).Append('\t').AppendJoin(',', s.Categories).Append('\t').Append((int)s.Status)
                .Append('\t').Append(s.Address).Append('\t').Append(s.RegisteredOn?.DayNumber).Append('\t')
                .Append(s.DeliveredRiskClass).Append('\n');
        }

        return Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
