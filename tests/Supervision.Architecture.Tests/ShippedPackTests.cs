using System.Security.Cryptography;
using System.Text;

namespace Supervision.Architecture.Tests;

/// <summary>A pack that decided anything is kept to the byte: another meaning is another version, with its own period.</summary>
public sealed class ShippedPackTests
{
    [Fact]
    public void ShippedPacks_AreThoseThatWereApproved()
    {
        var path = Repository.PathTo("tests", "Supervision.Architecture.Tests", "Meaning", "packs.txt");
        var actual = string.Concat(Directory.EnumerateFiles(Repository.PathTo("samples", "rulepacks"), "*.yaml")
            .Order(StringComparer.Ordinal).Select(file => Line(Path.GetFileName(file), File.ReadAllBytes(file))));
        if (Repository.Approves)
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(
            File.ReadAllText(path) == actual,
            "A shipped rule pack is not the approved one. If it was in a release, write a new version beside it; before that, approve it, and give "
            + "the change a line under Rules in CHANGELOG.md:\n  SUPERVISION_APPROVE=1 dotnet test tests/Supervision.Architecture.Tests\n" + actual);
    }

    [Fact]
    public void Line_GivenOneByteMore_IsAnother() =>
        Assert.NotEqual(Line("a.yaml", "policy: a\n"u8), Line("a.yaml", "policy: a\n\n"u8));

    // Line ends are those of the working copy, not of the pack.
    private static string Line(string name, ReadOnlySpan<byte> bytes) =>
        $"{name} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n"))))}\n";
}
