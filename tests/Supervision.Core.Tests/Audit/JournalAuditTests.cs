using Supervision.Audit;

namespace Supervision.Core.Tests.Audit;

// Goal: nobody alters, removes or reorders an entry unseen. Each test spoils one thing in an intact journal of 40 entries.
public sealed class JournalAuditTests
{
    [Fact]
    public async Task Verify_IntactJournal_GivesItsHead()
    {
        var journal = Intact();
        Assert.Equal(journal.Head, (await JournalAudit.VerifyAsync(journal, default)).OrThrow());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(39)]
    public async Task Verify_AnyFieldOfAnyEntryAltered_NamesTheEntry(int index)
    {
        Func<JournalRecord, JournalRecord>[] edits =
        [
            r => r with { Type = r.Type + "x" },
            r => r with { Key = "other" },
            r => r with { Payload = "{\"n\":-1}" },
            r => r with { At = r.At.AddTicks(TimeSpan.TicksPerMicrosecond) },
            r => r with { Actor = r.Actor with { Id = "somebody" } },
            r => r with { Actor = r.Actor with { AgencyId = "elsewhere" } },
        ];
        foreach (var edit in edits)
        {
            var journal = Intact();
            journal.Entries[index] = journal.Entries[index] with { Record = edit(journal.Entries[index].Record) };
            var refusal = (await JournalAudit.VerifyAsync(journal, default)).Refusal;
            Assert.Equal("SUP9102", refusal!.Code);
            Assert.Equal(index.ToString(), refusal.Message.Arguments[0]);
        }
    }

    [Fact]
    public async Task Verify_EntryRemoved_NamesTheGap()
    {
        var journal = Intact();
        journal.Entries.RemoveAt(20);
        var refusal = (await JournalAudit.VerifyAsync(journal, default)).Refusal;
        Assert.Equal("SUP9101", refusal!.Code);
        Assert.Equal("20", refusal.Message.Arguments[0]);
    }

    [Fact]
    public async Task Verify_LastEntryRemoved_DisagreesWithTheHead()
    {
        var journal = Intact();
        journal.Entries.RemoveAt(39);
        Assert.Equal("SUP9103", (await JournalAudit.VerifyAsync(journal, default)).Refusal!.Code);
    }

    [Fact]
    public async Task Verify_EntryAlteredTogetherWithItsLeafHash_DisagreesWithTheHead()
    {
        var journal = Intact();
        journal.Entries[5] = JournalEntry.At(5, journal.Entries[5].Record with { Key = "forged" });
        Assert.Equal("SUP9103", (await JournalAudit.VerifyAsync(journal, default)).Refusal!.Code);
    }

    private static ListJournal Intact() => Journals.Of(40);
}
