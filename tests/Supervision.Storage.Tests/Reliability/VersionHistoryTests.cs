using static Supervision.Testing.Laws.VersionHistory;

namespace Supervision.Storage.Tests.Reliability;

// The checker itself: what is lawful passes, a planted stale read, a lost update and a read from the future are caught.
public sealed class VersionHistoryTests
{
    private static readonly Call[] s_lawful =
    [
        new(0, 10, 2, IsWrite: true), new(5, 12, 1, IsWrite: false), new(6, 30, 2, IsWrite: false),
        new(20, 40, 3, IsWrite: true), new(25, 35, 2, IsWrite: false), new(26, 36, 3, IsWrite: false), new(50, 60, 3, IsWrite: false),
    ];

    [Fact]
    public void Contradiction_CallsThatOverlap_AreExplained() => Assert.Null(Contradiction(s_lawful, 1));

    [Theory]
    [InlineData(45, 55, 2, false)] // stale: version 3 had been acknowledged at 40
    [InlineData(1, 2, 3, false)] // of the future: nobody had begun to write version 3
    [InlineData(70, 80, 3, true)] // a second write of version 3: one of the two is lost
    [InlineData(70, 80, 5, true)] // a gap
    [InlineData(70, 80, 4, false)] // never written
    public void Contradiction_OneWrongCall_IsFound(long began, long ended, int version, bool isWrite) =>
        Assert.NotNull(Contradiction([.. s_lawful, new Call(began, ended, version, isWrite)], 1));
}
