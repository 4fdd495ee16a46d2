namespace Supervision.Testing.Tests;

/// <summary>Also the model of how an embedder's own packs are tested.</summary>
public sealed class PackExamplesTests
{
    private static readonly string s_shipped = Path.Combine(AppContext.BaseDirectory, "rulepacks");

    public static IEnumerable<object[]> Examples => PackExamples.In(s_shipped);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Check_AnExampleOfAShippedPack_ComesOutAsWritten(string file, string example) => PackExamples.Check(file, example);

    // The offender: the Yiwu ledger with another expectation in its first example.
    [Fact]
    public void Check_AnExampleThatExpectsSomethingElse_NamesPlaceAndDifference()
    {
        using var place = new ThrowAwayDatabase();
        var file = Path.Combine(Path.GetDirectoryName(place.FilePath)!, "pack.yaml");
        var text = File.ReadAllText(Path.Combine(s_shipped, "yiwu-12-point-2026.1.yaml"));
        var expect = text.IndexOf("expect:", text.IndexOf("\nexamples:", StringComparison.Ordinal), StringComparison.Ordinal);
        var digit = text.IndexOfAny([.. "0123456789"], expect);
        File.WriteAllText(file, text[..digit] + "7" + text[digit..]);
        var example = (string)PackExamples.In(Path.GetDirectoryName(file)!)[0][1];
        var failure = Assert.Throws<ExampleFailedException>(() => PackExamples.Check(file, example));
        Assert.Contains("pack.yaml(", failure.Message, StringComparison.Ordinal);
        Assert.Contains("expected 7", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AnExampleThatIsNotThere_NamesThoseThatAre()
    {
        var (file, example) = ((string)Examples.First()[0], (string)Examples.First()[1]);
        Assert.Contains(example, Assert.Throws<ExampleFailedException>(() => PackExamples.Check(file, "nothing")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_AFolderWithoutAnExample_FailsInsteadOfPassingEmpty()
    {
        using var place = new ThrowAwayDatabase();
        Assert.Throws<ExampleFailedException>(() => PackExamples.In(Path.GetDirectoryName(place.FilePath)!));
    }
}
