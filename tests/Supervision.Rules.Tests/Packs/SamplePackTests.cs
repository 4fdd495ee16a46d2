using Supervision.Rules.Packs;
using Supervision.Rules.Testing;

namespace Supervision.Rules.Tests.Packs;

public sealed class SamplePackTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Samples.Folder, "*.yaml").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void LoadForPublication_EverySample_PassesItsOwnExamples(string file)
    {
        var pack = RulePackLoader.LoadForPublication(file, File.ReadAllBytes(Path.Combine(Samples.Folder, file)));
        Assert.NotEmpty(RulePackExamples.Run(pack));
    }

    [Fact]
    public void LoadForPublication_AFailingExample_IsRefusedWithItsPlaceAndTheDifference()
    {
        var text = Samples.Text("yiwu-12-point").Replace("{ 监管积分: 33, ", "{ 监管积分: 32, ");
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var error = Assert.Single(Assert.Throws<RulePackException>(() => RulePackLoader.LoadForPublication("p", bytes)).Errors);
        Assert.Equal("SUP5040", error.Code);
        Assert.Contains("监管积分: expected 32, was 33", error.ToString());
        Assert.Contains("training centre", text.Split('\n')[error.Line - 1]);
    }

    [Fact]
    public void LoadForPublication_NoExamples_IsRefused()
    {
        var text = Samples.Text("draw-ratios");
        var bytes = System.Text.Encoding.UTF8.GetBytes(text[..text.IndexOf("examples:", StringComparison.Ordinal)]);
        var error = Assert.Single(Assert.Throws<RulePackException>(() => RulePackLoader.LoadForPublication("p", bytes)).Errors);
        Assert.Equal("SUP5041", error.Code);
    }

    [Fact]
    public void Load_Reference_IsIdVersionAndHashOfTheBytes()
    {
        var bytes = Samples.Bytes("yiwu-12-point");
        var reference = RulePackLoader.Load("p", bytes).Reference;
        Assert.Equal(("yiwu-12-point", "2026.1"), (reference.Id, reference.Version));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), reference.ContentHash);
    }
}
