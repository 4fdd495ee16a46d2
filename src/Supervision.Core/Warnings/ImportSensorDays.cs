using System.Text;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Warnings;

/// <summary>
/// Takes in what monitoring points sent, from rows that a host has read: the counts behind the transmission-effective rate 数据传输有效率. Bad rows go to the
/// rejects, good ones are kept.
/// </summary>
[AllowedTo(Roles.Registrar | Roles.Planner | Roles.Inspector, IsShared = true)]
public sealed class ImportSensorDays(ISensorDayStore days, ISubjectStore subjects, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Rows a transaction.</summary>
    public const int BatchSize = 20_000;

    /// <summary>
    /// Reads all rows and saves the good ones; each batch is one transaction with one journal entry. SUP1222: no such subject; SUP3177, SUP3178: see
    /// <see cref="SensorDay.Check"/>; SUP3179: the day is not over; SUP1031: the point and day stand already in a row before.
    /// </summary>
    /// <param name="source">Name of the file or system, for the journal.</param>
    /// <param name="rows">Rows in file order; enumerated once.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="onReject">Called for each row left out, in file order.</param>
    /// <param name="cancellationToken">Stops between two batches; the batch under way is given up.</param>
    public async Task<ImportResult> RunAsync(
        string source, IEnumerable<ImportRow<SensorDay>> rows, Actor actor, Action<ImportReject> onReject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(onReject);
        var first = new Dictionary<string, long>(StringComparer.Ordinal);
        var (saved, rejected) = (default(SaveCount), 0);
        foreach (var batch in rows.Chunk(BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = await subjects.FindAllAsync([.. batch.Select(row => row.Value?.SubjectId).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
            var good = new List<SensorDay>(batch.Length);
            foreach (var row in batch)
            {
                if ((row.Reject ?? Judge(row, known, first)) is { } reject)
                {
                    rejected++;
                    onReject(reject);
                }
                else
                {
                    good.Add(row.Value!);
                }
            }

            saved += await SaveAsync(source, good, actor, cancellationToken).ConfigureAwait(false);
        }

        return new ImportResult(saved, rejected);
    }

    private ImportReject? Judge(ImportRow<SensorDay> row, IReadOnlyDictionary<string, Subject> known, Dictionary<string, long> first)
    {
        var day = row.Value!;
        var refusal = !known.ContainsKey(day.SubjectId) ? Refusal.Of("SUP1222", day.SubjectId)
            : day.Check() ?? (day.Day >= clock.Today ? Refusal.Of("SUP3179", day.Key) : null);
        return refusal is not null ? new ImportReject(row.Row, "", day.Key, refusal, Message.Of("import.remedy.correct"))
            : first.TryAdd(day.Key, row.Row) ? null
            : new ImportReject(row.Row, "", day.Key, Refusal.Of("SUP1031", day.Key, Invariant.Text(first[day.Key])), Message.Of("import.remedy.duplicate"));
    }

    private async Task<SaveCount> SaveAsync(string source, List<SensorDay> good, Actor actor, CancellationToken cancellationToken)
    {
        var count = await days.SaveAsync(good, cancellationToken).ConfigureAwait(false);
        if (count.Added + count.Changed > 0)
        {
            work.Append(new JournalRecord("sensor-days.registered", source, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteNumber("added", count.Added);
                json.WriteNumber("changed", count.Changed);
                json.WriteString("content", Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(string.Join('\n', good.Select(Line)))).ToString());
            })));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static string Line(SensorDay day) => FormattableString.Invariant($"{day.Key}|{day.Expected}|{day.Received}|{day.Valid}");
}
