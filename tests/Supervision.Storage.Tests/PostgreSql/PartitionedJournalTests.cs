using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Storage.Tests.Contract;
using Supervision.Tests;

namespace Supervision.Storage.Tests.PostgreSql;

// Goal: a journal that was cut into parts by docs/guides/partition-journal.sql keeps what it had and goes on as before, past the ends of parts.
public sealed class PartitionedJournalTests() : ContractTests(new PostgreSqlStorage())
{
    private const string Place = "SELECT string_agg(c.relname || ' ' || n, ', ' ORDER BY c.relname) FROM (SELECT tableoid, count(*) AS n FROM journal GROUP BY tableoid) p JOIN pg_class c ON c.oid = p.tableoid";

    [Fact]
    public async Task Journal_CutIntoParts_GoesOnAsBefore()
    {
        await AppendAsync(250);
        var before = await HeadAsync();
        await CutAsync();
        Assert.Equal(before, await HeadAsync());
        await AppendAsync(400);
        await AppendAsync(150); // by COPY and one by one, over three ends
        await AppendAsync(1);
        Assert.Equal(801, (await HeadAsync()).Size);
        foreach (var index in new[] { 0, 249, 300, 599, 800 })
        {
            Assert.True((await ReadAsync<IJournalReader, Decisions.Outcome<JournalProof>>(journal => JournalProof.OfAsync(journal, index, Token))).OrThrow().Holds);
        }

        Assert.Equal("journal_first 300, journal_from_300 300, journal_from_600 201", Scalar(Place));
        var found = await ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(index => index.FindByKeysAsync(["S-7"], Token));
        Assert.Equal([7, 257, 657], found.Select(entry => entry.Index));
    }

    // One place is taken once, in whatever part it lies.
    [Fact]
    public async Task Place_TakenInAPart_IsAConflict()
    {
        await AppendAsync(250);
        await CutAsync();
        await Storage.CloseAsync();
        Storage.Tamper("UPDATE journal SET position = 250 WHERE position = 249; UPDATE journal_head SET size = 250");
        await ReopenAsync();
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => AppendAsync(1));
    }

    [Fact]
    public async Task Script_RunAgain_MakesFurtherPartsAndNothingElse()
    {
        await AppendAsync(10);
        await CutAsync();
        await CutAsync();
        Assert.Equal("22", Scalar("SELECT count(*)::text FROM pg_inherits WHERE inhparent = 'journal'::regclass"));
        Assert.Equal(10, (await HeadAsync()).Size);
    }

    private async Task CutAsync()
    {
        await Storage.CloseAsync();
        Storage.Tamper((await File.ReadAllTextAsync(SharedData.InRepository("docs", "guides", "partition-journal.sql"), Token)).Replace("10000000", "300", StringComparison.Ordinal));
        await ReopenAsync();
    }

    private Task AppendAsync(int entries) => CommitAsync<IJournalReader>(_ => Task.CompletedTask, [.. Enumerable.Range(0, entries).Select(i => Record($"S-{i}"))]);

    private async Task<JournalHead> HeadAsync() =>
        (await ReadAsync<IJournalReader, Decisions.Outcome<JournalHead>>(journal => JournalAudit.VerifyAsync(journal, Token))).OrThrow();

    private string Scalar(string sql)
    {
        using var session = Services.GetRequiredService<SupervisionDatabase>().Engine.OpenReader();
        using var row = session.Query(sql);
        Assert.True(row.Read());
        return row.GetString(0);
    }
}
