using Microsoft.EntityFrameworkCore;
using Supervision.Storage.Mapping.Matters;
using Supervision.Warnings;

namespace Supervision.Storage.Stores.Matters;

internal sealed class RiskSignalStore(StorageScope scope) : IRiskSignalStore
{
    public Task<bool> AddAsync(RiskSignal signal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return scope.WriteAsync(
            $"signal {signal.Id}",
            async session =>
            {
                var signals = session.Context.Set<RiskSignalRow>();
                if (await signals.AnyAsync(row => row.Id == signal.Id, cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }

                var last = await signals.Where(row => row.SubjectId == signal.SubjectId && row.Model == signal.Model)
                    .MaxAsync(row => (long?)row.Sequence, cancellationToken).ConfigureAwait(false) ?? 0;
                session.Context.Add(RiskSignalRow.From(signal, last + 1));
                await session.FlushAsync(cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<RiskSignal>> ListAsync(string subjectId, string model, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<RiskSignalRow>().Where(row => row.SubjectId == subjectId && row.Model == model)
            .OrderBy(row => row.At).ThenBy(row => row.Sequence).ToListAsync(cancellationToken).ConfigureAwait(false))
        .ConvertAll(row => row.ToSignal());
}
