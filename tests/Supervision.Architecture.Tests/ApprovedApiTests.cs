namespace Supervision.Architecture.Tests;

/// <summary>What a package shows its users changes only on purpose: the change is in the diff that a reviewer reads.</summary>
public sealed class ApprovedApiTests
{
    [Theory]
    [InlineData("Supervision.Core")]
    [InlineData("Supervision.Rules")]
    [InlineData("Supervision.Storage")]
    [InlineData("Supervision.Documents")]
    [InlineData("Supervision.Testing")]
    public void PublicApi_IsTheApprovedOne(string package)
    {
        var path = Repository.PathTo("tests", "Supervision.Architecture.Tests", "Approved", package + ".txt");
        var actual = PublicApi.Of(package);
        if (Repository.Approves)
        {
            File.WriteAllText(path, actual);
        }

        var difference = Difference(File.Exists(path) ? File.ReadAllText(path) : "", actual);
        Assert.True(
            difference.Length == 0,
            $"The public API of {package} is not the approved one:\n{difference}\nIf this is meant, approve it and read the diff:\n"
            + "  SUPERVISION_APPROVE=1 dotnet test tests/Supervision.Architecture.Tests");
    }

    [Fact]
    public void PublicApi_EveryPackageHasAnApprovedFile() =>
        Assert.Equal(
            Directory.EnumerateDirectories(Repository.PathTo("src"), "Supervision.*").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Repository.PathTo("tests", "Supervision.Architecture.Tests", "Approved"))
                .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_GivenAType_PrintsWhatAUserSees() =>
        Assert.Equal(
            """
            sealed record class Supervision.Architecture.Tests.Offenders.ApiSample
                IReadOnlyList<string?>? Names { get; init; }
                const int Limit = 3
                int Count { get; init; }
                new(int Count)
                required string Title { get; init; }
                static bool TryRead(string text, out ApiSample? sample, int tries = 2)

            """.ReplaceLineEndings("\n"),
            PublicApi.Of([typeof(Offenders.ApiSample)]));

    [Fact]
    public void Difference_GivenAChangedMember_ShowsBothUnderItsType() =>
        Assert.Equal(
            "- class A: int X { get; }\n+ class A: long X { get; }\n",
            Difference("class A\n    int X { get; }\n    int Y { get; }\n", "class A\n    long X { get; }\n    int Y { get; }\n"));

    private static string Difference(string approved, string actual)
    {
        var before = Lines(approved);
        var after = Lines(actual);
        return string.Concat(before.Except(after, StringComparer.Ordinal).Select(line => $"- {line}\n")
            .Concat(after.Except(before, StringComparer.Ordinal).Select(line => $"+ {line}\n")));
    }

    // Each member behind the header of its type, so that equal members of two types are told apart.
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        var header = "";
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            header = line[0] == ' ' ? header : line;
            lines.Add(line[0] == ' ' ? $"{header}: {line.Trim()}" : line);
        }

        return lines;
    }
}
