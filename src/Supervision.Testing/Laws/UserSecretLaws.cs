using Supervision.Audit;

namespace Supervision.Testing.Laws;

// Goal: what a user has set holds on every host from then on, and a one-time code is taken once.
internal sealed class UserSecretLaws : StoreSuite
{
    [Law]
    public async Task Secret_StandsInPlaceOfTheOneBefore()
    {
        Assert.Null(await FindAsync());
        await CommitAsync<IUserSecretStore>(store => store.SaveAsync(Secret(1), Token));
        await ReopenAsync();
        Same(Secret(1), await FindAsync());
        await CommitAsync<IUserSecretStore>(store => store.SaveAsync(Secret(2), Token));
        Same(Secret(2), await FindAsync());
    }

    [Law]
    public async Task Step_IsTakenOnceAndNeverBackwards()
    {
        Assert.False(await UseAsync(5)); // nobody has set anything
        await CommitAsync<IUserSecretStore>(store => store.SaveAsync(Secret(1) with { LastStep = 4 }, Token));
        Assert.False(await UseAsync(4));
        Assert.True(await UseAsync(6));
        Assert.False(await UseAsync(6));
        Assert.False(await UseAsync(5));
        Same(Secret(1) with { LastStep = 6 }, await FindAsync());
    }

    private async Task<bool> UseAsync(long step)
    {
        var isFirst = false;
        await CommitAsync<IUserSecretStore>(async store => isFirst = await store.UseStepAsync("zhang", step, Token));
        return isFirst;
    }

    private Task<UserSecret?> FindAsync() => ReadAsync<IUserSecretStore, UserSecret?>(store => store.FindAsync("zhang", Token));

    private static void Same(UserSecret expected, UserSecret? actual)
    {
        Assert.Equal(expected.Content.ToArray(), actual?.Content.ToArray());
        Assert.Equal(expected with { Content = default }, actual! with { Content = default });
    }

    private static UserSecret Secret(byte content) => new("zhang", "entry" + content, 0, Noon.AddMinutes(content), new byte[] { content, 0, 255 });
}
