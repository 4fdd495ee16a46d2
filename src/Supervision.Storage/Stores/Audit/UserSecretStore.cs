using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

internal sealed class UserSecretStore(StorageScope scope) : IUserSecretStore
{
    private const string What = "a user's secret";

    public async Task<UserSecret?> FindAsync(string userName, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<UserSecretRow>().SingleOrDefaultAsync(row => row.UserName == userName, cancellationToken).ConfigureAwait(false))?.ToSecret();

    public Task SaveAsync(UserSecret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var row = UserSecretRow.From(secret);
        return scope.WriteAsync(
            What,
            async writer =>
            {
                var changed = await writer.Context.Set<UserSecretRow>().Where(one => one.UserName == row.UserName).ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.Entry, row.Entry).SetProperty(one => one.LastStep, row.LastStep)
                        .SetProperty(one => one.ChangedAt, row.ChangedAt).SetProperty(one => one.Content, row.Content),
                    cancellationToken).ConfigureAwait(false);
                if (changed == 0)
                {
                    writer.Context.Add(row);
                    await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken);
    }

    public Task<bool> UseStepAsync(string userName, long step, CancellationToken cancellationToken) => scope.WriteAsync(
        What,
        async writer => await writer.Context.Set<UserSecretRow>().Where(row => row.UserName == userName && row.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastStep, step), cancellationToken).ConfigureAwait(false) == 1,
        cancellationToken);
}
