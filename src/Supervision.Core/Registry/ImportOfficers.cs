using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Registry;

/// <summary>Registers officers from rows that a host has read; bad rows go to the rejects, good ones are kept.</summary>
[AllowedTo(Roles.Registrar, IsShared = true)]
public sealed class ImportOfficers(IOfficerStore officers, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Reads all rows and saves the good ones in one transaction with one journal entry.</summary>
    /// <param name="source">Name of the file, for the journal.</param>
    /// <param name="rows">Rows in file order; enumerated once.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="onReject">Called for each row left out, in file order.</param>
    /// <param name="cancellationToken">Gives the whole import up.</param>
    public async Task<ImportResult> RunAsync(
        string source,
        IEnumerable<ImportRow<Officer>> rows,
        Actor actor,
        Action<ImportReject> onReject,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(onReject);
        var agencies = (await officers.ListAgenciesAsync(cancellationToken).ConfigureAwait(false))
            .Select(agency => agency.Id).ToHashSet(StringComparer.Ordinal);
        var good = new Dictionary<string, (Officer Officer, long Row)>(StringComparer.Ordinal);
        var rejected = 0;
        foreach (var row in rows)
        {
            if ((row.Reject ?? Judge(row, agencies, good)) is { } reject)
            {
                rejected++;
                onReject(reject);
            }
            else
            {
                good.Add(row.Value!.Id, (row.Value, row.Row));
            }
        }

        var saved = await officers.SaveOfficersAsync([.. good.Values.Select(g => g.Officer)], cancellationToken)
            .ConfigureAwait(false);
        if (saved.Added + saved.Changed > 0)
        {
            work.Append(new JournalRecord("officers.registered", source, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteNumber("added", saved.Added);
                json.WriteNumber("changed", saved.Changed);
                json.WriteNumber("rejected", rejected);
            })));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new ImportResult(saved, rejected);
    }

    private static ImportReject? Judge(
        ImportRow<Officer> row, HashSet<string> agencies, Dictionary<string, (Officer Officer, long Row)> good)
    {
        var officer = row.Value!;
        var refusal = officer.Check()
            ?? (agencies.Contains(officer.AgencyId) ? null : Refusal.Of("SUP1214", officer.Id, officer.AgencyId));
        if (refusal is not null)
        {
            return new ImportReject(row.Row, "", officer.Id, refusal, Message.Of("import.remedy.correct"));
        }

        return good.TryGetValue(officer.Id, out var first)
            ? new ImportReject(
                row.Row, "", officer.Id,
                Refusal.Of("SUP1031", officer.Id, Invariant.Text(first.Row)),
                Message.Of("import.remedy.duplicate"))
            : null;
    }
}
