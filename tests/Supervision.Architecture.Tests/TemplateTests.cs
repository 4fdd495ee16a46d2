using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

/// <summary>The templates and the tutorial name the version that the packages have; .ci/run makes programs of them and runs those.</summary>
public sealed partial class TemplateTests
{
    [Fact]
    public void TemplatesAndTutorial_NameThePackagesVersion()
    {
        var version = VersionElement().Match(Repository.Read("Version.props")).Groups[1].Value;
        var named = Repository.Sources("*.csproj", Path.Combine("templates", "content")).Append(Repository.PathTo("docs", "tutorial.md"))
            .SelectMany(path => Named(File.ReadAllText(path))).ToList();
        Assert.True(named.Count >= 4);
        Assert.All(named, one => Assert.Equal(version, one));
    }

    [Fact]
    public void Named_GivenBothForms_FindsTheVersions() =>
        Assert.Equal(
            ["1.2.3", "4.5.6"],
            Named("""<PackageReference Include="Supervision.Core" Version="1.2.3" /> dotnet add package Supervision.Rules --version 4.5.6"""));

    private static IEnumerable<string> Named(string text) => PackageVersion().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex("<Version>(.+?)</Version>")]
    private static partial Regex VersionElement();

    [GeneratedRegex("""Supervision\.\w+"? (?:Version="|--version )([\d.]+)""")]
    private static partial Regex PackageVersion();
}
