using Supervision.Registry;
using Supervision.Risk;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

// Goal: what the laws of stores leave open: nothing is written that need not be, and nothing is rounded.
public abstract class RoundTripContract(IStorageUnderTest storage) : ContractTests(storage)
{
    [Fact]
    public async Task Save_SameSubjectsAgain_LeavesEveryByte()
    {
        Subject[] subjects = [Given.FullSubject(), Given.Subject("S-1")];
        await CommitAsync<ISubjectStore>(s => s.SaveAsync(subjects, Token));
        var before = await DumpAsync();
        await CommitAsync<ISubjectStore>(s => s.SaveAsync(subjects, Token));
        Assert.Equal(before, await DumpAsync());
        await CommitAsync<ISubjectStore>(s => s.SaveAsync([subjects[1] with { RegisteredOn = new DateOnly(2020, 1, 1) }], Token));
        Assert.NotEqual(before, await DumpAsync());
    }

    [Fact]
    public async Task Standing_WithFiveDecimals_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<StorageException>(
            () => CommitAsync<IStandingStore>(s => s.SaveAsync([Given.Standing("a", 0.00001m)], Token)));
        Assert.StartsWith("SUP9021", refused.Message, StringComparison.Ordinal);
    }
}
