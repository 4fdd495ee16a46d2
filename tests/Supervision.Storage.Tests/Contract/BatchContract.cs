using Supervision.Audit;
using Supervision.Data;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

// Goal: batches are only added, numbers are taken once, and a channel shows each row as its last batch left it.
public abstract class BatchContract(IStorageUnderTest storage) : ContractTests(storage)
{
    private static readonly BatchNumber s_first = new(new DateOnly(2026, 3, 2), 1);
    private static readonly BatchNumber s_second = new(new DateOnly(2026, 3, 2), 2);
    private static readonly BatchNumber s_tenth = new(new DateOnly(2026, 3, 3), 10);

    [Fact]
    public async Task Batch_WithRows_ComesBackAsItWas()
    {
        var batch = Batch(s_first, Row("k1", BatchOperation.Insert, "䶮", ""), Row("k2", BatchOperation.Insert, "a,b", "\"q\""));
        await AddAsync(batch);
        await ReopenAsync();
        var read = (await ReadAsync<IBatchStore, DataBatch?>(store => store.FindAsync("yiwu-market", "national", s_first, Token)))!;
        Same.Value(batch, read);
        Assert.Null(await ReadAsync<IBatchStore, DataBatch?>(store => store.FindAsync("yiwu-market", "national", s_second, Token)));
        Assert.Null(await ReadAsync<IBatchStore, DataBatch?>(store => store.FindAsync("other", "national", s_first, Token)));
    }

    [Fact]
    public async Task Last_OfAChannel_IsTheHighestNumberOfItsOwn()
    {
        Assert.Null(await LastAsync("yiwu-market", "national"));
        await AddAsync(Batch(s_tenth));
        await AddAsync(Batch(s_second));
        await AddAsync(Batch(new BatchNumber(new DateOnly(2027, 1, 1), 1)) with { Channel = "province" });
        await AddAsync(Batch(new BatchNumber(new DateOnly(2027, 1, 1), 1)) with { AgencyId = "other" });
        Assert.Equal(s_tenth, await LastAsync("yiwu-market", "national"));
    }

    [Fact]
    public async Task Add_ANumberThatIsTaken_IsRefusedAndChangesNothing()
    {
        await AddAsync(Batch(s_first, Row("k1", BatchOperation.Insert, "1")));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(Batch(s_first, Row("k2", BatchOperation.Insert, "2"))));
        Assert.Equal(["k1"], (await CurrentAsync()).Select(row => row.Key));
    }

    [Fact]
    public async Task Current_AfterInsertUpdateDelete_IsTheLastOfEachRow()
    {
        await AddAsync(Batch(s_first, Row("k1", BatchOperation.Insert, "1"), Row("k2", BatchOperation.Insert, "1"), Row("k3", BatchOperation.Insert, "1")));
        await AddAsync(Batch(s_second, Row("k1", BatchOperation.Update, "2"), Row("k2", BatchOperation.Delete)));
        await AddAsync(Batch(s_tenth, Row("k1", BatchOperation.Update, "3")));
        await AddAsync(Batch(s_tenth, Row("k1", BatchOperation.Update, "not ours")) with { AgencyId = "other" });
        Assert.Equal(
            [("k1", BatchOperation.Update, "3"), ("k2", BatchOperation.Delete, ""), ("k3", BatchOperation.Insert, "1")],
            (await CurrentAsync()).Select(row => (row.Key, row.Operation, string.Join('|', row.Values))));
    }

    [Fact]
    public async Task ListBySubject_RowsOfAllChannels_OldestFirst()
    {
        await AddAsync(Batch(s_first, Row("k1", BatchOperation.Insert, "1") with { SubjectId = "S-1" }, Row("k2", BatchOperation.Insert, "x") with { SubjectId = "S-2" }));
        await AddAsync(Batch(s_tenth, Row("k9", BatchOperation.Insert, "2") with { SubjectId = "S-1" }) with { Channel = "province", MadeAt = Noon.AddDays(-1) });
        var rows = await ReadAsync<IBatchStore, IReadOnlyList<(string Channel, DateTimeOffset MadeAt, BatchRow Row)>>(store => store.ListBySubjectAsync("S-1", Token));
        Assert.Equal([("province", Noon.AddDays(-1), "k9"), ("national", Noon, "k1")], rows.Select(one => (one.Channel, one.MadeAt, one.Row.Key)));
    }

    private Task AddAsync(DataBatch batch) => CommitAsync<IBatchStore>(store => store.AddAsync(batch, Token));

    private Task<BatchNumber?> LastAsync(string agency, string channel) =>
        ReadAsync<IBatchStore, BatchNumber?>(store => store.LastAsync(agency, channel, Token));

    private Task<IReadOnlyList<BatchRow>> CurrentAsync() =>
        ReadAsync<IBatchStore, IReadOnlyList<BatchRow>>(store => store.CurrentAsync("yiwu-market", "national", Token));

    private static DataBatch Batch(BatchNumber number, params BatchRow[] rows) => new("national", "yiwu-market", number, "acts 1", Noon.ToUniversalTime(), rows);

    private static BatchRow Row(string key, BatchOperation operation, params string[] values) => new("inspections", key, operation, values);
}
