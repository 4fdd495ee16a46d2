using Microsoft.EntityFrameworkCore;
using Supervision.Registry;
using Supervision.Storage.Mapping.Registry;

namespace Supervision.Storage.Stores.Registry;

internal sealed class OfficerStore(StorageScope scope) : IOfficerStore
{
    public async Task<bool> SaveAgencyAsync(Agency agency, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agency);
        var row = AgencyRow.From(agency);
        var stored = await scope.Read().Context.Set<AgencyRow>()
            .SingleOrDefaultAsync(row => row.Id == agency.Id, cancellationToken).ConfigureAwait(false);
        return stored != row && await scope.WriteAsync(
            $"agency {agency.Id}",
            session =>
            {
                session.Context.Entry(row).State = stored is null ? EntityState.Added : EntityState.Modified;
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Agency>> ListAgenciesAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<AgencyRow>()
            .OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToAgency());
    }

    public async Task<IReadOnlyList<Agency>> FindAgenciesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0)
        {
            return [];
        }

        var all = ids.ToArray(); // one parameter, and so one statement, however many there are
        var rows = await scope.Read().Context.Set<AgencyRow>().Where(row => EF.Parameter(all).Contains(row.Id))
            .OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToAgency());
    }

    public Task<SaveCount> SaveOfficersAsync(IReadOnlyList<Officer> officers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(officers);
        return scope.WriteAsync(
            "an officer",
            session => OfficerRow.Table.SaveAsync(session.Connection, officers, cancellationToken),
            cancellationToken);
    }

    public async Task<IReadOnlyList<Officer>> ListOfAgencyAsync(string agencyId, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<OfficerRow>()
            .Where(row => row.AgencyId == agencyId).OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToOfficer());
    }

    public async Task<IReadOnlyList<Officer>> ListOfficersAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<OfficerRow>()
            .OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToOfficer());
    }

    public async Task<IReadOnlyList<Officer>> ListOfficerPageAsync(string? afterId, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        var after = afterId ?? "";
        var rows = await scope.Read().Context.Set<OfficerRow>().Where(row => row.Id.CompareTo(after) > 0)
            .OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToOfficer());
    }

    public async Task<IReadOnlyList<Officer>> FindOfficersAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await scope.Read().Context.Set<OfficerRow>().Where(row => ids.Contains(row.Id))
            .OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToOfficer());
    }

    public async Task<IReadOnlyList<Officer>> FindByCertificateAsync(string certificateNumber, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(certificateNumber);
        var rows = await scope.Read().Context.Set<OfficerRow>().Where(row => row.CertificateNumber == certificateNumber && row.CertificateNumber != "")
            .OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToOfficer());
    }

    public async Task<bool> AddRecusalAsync(Recusal recusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recusal);
        var isThere = await scope.Read().Context.Set<RecusalRow>()
            .AnyAsync(row => row.OfficerId == recusal.OfficerId && row.SubjectId == recusal.SubjectId, cancellationToken)
            .ConfigureAwait(false);
        return !isThere && await scope.WriteAsync(
            $"the recusal of {recusal.OfficerId} from {recusal.SubjectId}",
            session =>
            {
                session.Context.Add(RecusalRow.From(recusal));
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Recusal>> ListRecusalsAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<RecusalRow>()
            .OrderBy(row => row.OfficerId).ThenBy(row => row.SubjectId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToRecusal());
    }
}
