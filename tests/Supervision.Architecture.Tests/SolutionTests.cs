using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

/// <summary>The solution must restore and pass without NRules and Stateless: adapters to them live apart.</summary>
public sealed partial class SolutionTests
{
    [Fact]
    public void Solution_ReferencesNeitherNRulesNorStateless()
    {
        var projects = ProjectFiles(Repository.Read("Supervision.sln"));
        Assert.True(projects.Count >= 9, $"only {projects.Count} projects found in Supervision.sln");
        Assert.All(projects, path => Expect.Nothing(Foreign(path + "\n" + Repository.Read(path.Split('/')))));
        Expect.Nothing(Foreign(Repository.Read("Directory.Packages.props")));
        Expect.Nothing(Foreign(Repository.Read("Directory.Build.props")));
    }

    [Theory]
    [InlineData("""<PackageReference Include="NRules.Runtime" />""", "NRules")]
    [InlineData("""<PackageVersion Include="Stateless" Version="5.1.0" />""", "Stateless")]
    [InlineData("src/Adapters/Supervision.Stateless/Supervision.Stateless.csproj\n<Project />", "Stateless")]
    public void Foreign_GivenAFileThatReferencesOne_NamesIt(string text, string name) => Assert.Equal([name], Foreign(text).Distinct());

    private static IReadOnlyList<string> ProjectFiles(string solution) =>
        [.. ProjectLine().Matches(solution).Select(match => match.Groups[1].Value.Replace('\\', '/'))];

    private static IReadOnlyList<string> Foreign(string text) => [.. ForeignName().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex ProjectLine();

    // The packages' names as written in project files; "stateless" as a word in prose starts in lower case.
    [GeneratedRegex(@"\b(NRules|Stateless)\b")]
    private static partial Regex ForeignName();
}
