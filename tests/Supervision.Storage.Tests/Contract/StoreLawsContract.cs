using Supervision.Testing;

namespace Supervision.Storage.Tests.Contract;

// Goal: our own stores pass what we ask of an embedder's, as the embedder would run it.
public abstract class StoreLawsContract(Func<IStorageUnderTest> storage)
{
    public static TheoryData<string> Laws => [.. StoreLaws.All.Select(row => (string)row[0])];

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Stores_KeepTheLaw(string law)
    {
        await using var under = storage();
        await StoreLaws.CheckAsync(law, under.OpenAsync, TestContext.Current.CancellationToken);
    }
}
