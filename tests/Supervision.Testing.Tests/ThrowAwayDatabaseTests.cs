namespace Supervision.Testing.Tests;

public sealed class ThrowAwayDatabaseTests
{
    [Fact]
    public void Dispose_AfterUse_LeavesNothingBehind()
    {
        var database = new ThrowAwayDatabase();
        var folder = Path.GetDirectoryName(database.FilePath)!;
        Assert.False(File.Exists(database.FilePath));
        File.WriteAllText(database.FilePath, "used");
        File.WriteAllText(database.FilePath + "-wal", "used");
        database.Dispose();
        database.Dispose();
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void FilePath_OfTwo_AreApart()
    {
        using var one = new ThrowAwayDatabase();
        using var other = new ThrowAwayDatabase();
        Assert.NotEqual(one.FilePath, other.FilePath);
    }
}
