namespace Supervision.Architecture.Tests;

/// <summary>The samples know the library as packages only, are short, say what they teach, and the first is the README's code.</summary>
public sealed class SampleTests
{
    private const int Longest = 150;

    private static readonly IReadOnlyList<string> s_samples =
        [.. Repository.Sources("*.csproj", "samples").Select(path => Path.GetDirectoryName(path)!)];

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Readme_HasTheCodeOfGettingStartedToTheLetter(string readme) =>
        Assert.Contains(
            $"```csharp\n{Repository.Read("samples", "GettingStarted", "Program.cs").TrimEnd('\n')}\n```", Repository.Read(readme), StringComparison.Ordinal);

    [Fact]
    public void Samples_AreShortUsePackagesAndSayWhatTheyTeach()
    {
        Assert.True(s_samples.Count >= 6, $"only {s_samples.Count} samples");
        Assert.All(s_samples, folder =>
        {
            Expect.Nothing(Faults(
                File.ReadAllText(Directory.GetFiles(folder, "*.csproj")[0]), Directory.GetFiles(folder, "*.cs").Sum(file => File.ReadAllLines(file).Length),
                File.ReadAllText(Path.Combine(folder, "README.md"))));
            Assert.DoesNotContain(Path.GetFileName(folder) + ".csproj", Repository.Read("Supervision.sln"), StringComparison.Ordinal);
            Assert.Contains($"({Path.GetFileName(folder)}/README.md)", Repository.Read("samples", "README.md"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Faults_GivenALongSampleOfProjects_NamesEach() =>
        Assert.Equal(
            ["references a project", "has 150 lines", "does not say what it teaches"],
            Faults("""<ProjectReference Include="../../src/Supervision.Core/Supervision.Core.csproj" />""", Longest, "# A sample"));

    private static IEnumerable<string> Faults(string project, int lines, string readme)
    {
        if (project.Contains("ProjectReference", StringComparison.Ordinal))
        {
            yield return "references a project";
        }

        if (lines >= Longest)
        {
            yield return $"has {lines} lines";
        }

        if (!readme.Contains("What it teaches: ", StringComparison.Ordinal))
        {
            yield return "does not say what it teaches";
        }
    }
}
