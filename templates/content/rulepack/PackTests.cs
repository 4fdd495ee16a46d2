using Supervision.Rules.Packs;
using Supervision.Testing;

namespace MyRules;

/// <summary>Each example in each *.yaml beside this file is a test.</summary>
public sealed class PackTests
{
    public static IEnumerable<object[]> Examples => PackExamples.In(AppContext.BaseDirectory);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_ComesOutAsWritten(string file, string example) => PackExamples.Check(file, example);

    [Fact]
    public void Packs_CanBePublished() => Assert.All(
        Directory.GetFiles(AppContext.BaseDirectory, "*.yaml"), file => RulePackLoader.LoadForPublication(file, File.ReadAllBytes(file)));
}
