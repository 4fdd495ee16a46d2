using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Supervision.Hosts.Tests.Shell;

public sealed partial class TextTests
{
    private static readonly string[] s_host = ["src", "Hosts", "Supervision.Console"];
    private static readonly string[] s_core = ["src", "Supervision.Core"];

    public static TheoryData<string, string> Files => new()
    {
        { Path.Combine([.. s_host, "Resources"]), "Texts" },
        { Path.Combine([.. s_core, "Resources"]), "Messages" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Texts_BothLanguages_HaveTheSameKeysAndArguments(string folder, string name)
    {
        var chinese = Read(folder, name + ".resx");
        var english = Read(folder, name + ".en.resx");

        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in chinese)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), key);
            Assert.True(
                Arguments().Matches(text).Select(m => m.Value[1]).Order().Distinct()
                    .SequenceEqual(Arguments().Matches(english[key]).Select(m => m.Value[1]).Order().Distinct()),
                $"{key} has other arguments in English.");
        }
    }

    // A word of an enumeration stands with the messages of Core alone: that of a host would hide it.
    [Theory]
    [InlineData("Supervision.Console")]
    [InlineData("Supervision.Web")]
    public void Texts_OfAHost_HaveNoWordOfCore(string host)
    {
        var words = Read(Path.Combine([.. s_core, "Resources"]), "Messages.resx").Keys
            .Where(key => Vocabulary.Places.Values.Any(place => key.StartsWith(place + ".", StringComparison.Ordinal))).ToList();
        Assert.True(words.Count > 300);
        Assert.Empty(Read(Path.Combine("src", "Hosts", host, "Resources"), "Texts.resx").Keys.Intersect(words, StringComparer.Ordinal));
    }

    [Fact]
    public void Messages_EveryCodeUsedInCore_HasAText()
    {
        var texts = Read(Path.Combine([.. s_core, "Resources"]), "Messages.resx");

        var missing = UsedIn(s_core).Where(key => !texts.ContainsKey(key)).ToList();

        Assert.True(missing.Count == 0, "No text for " + string.Join(", ", missing));
    }

    [Fact]
    public void Messages_EveryCodeUsedInTheConsole_HasAText()
    {
        var texts = Read(Path.Combine([.. s_core, "Resources"]), "Messages.resx");

        var missing = UsedIn(s_host).Where(key => !texts.ContainsKey(key)).ToList();

        Assert.True(missing.Count == 0, "No text for " + string.Join(", ", missing));
    }

    private static SortedSet<string> UsedIn(string[] folder)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(SharedData.InRepository(folder), "*.cs", SearchOption.AllDirectories))
        {
            if (!file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            {
                keys.UnionWith(Keys().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
            }
        }

        return keys;
    }

    private static Dictionary<string, string> Read(string folder, string name) =>
        XDocument.Load(SharedData.InRepository(folder, name)).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    // A key stands where a refusal or a message is made, and as a remedy of the import.
    [GeneratedRegex("""(?:(?:Refusal|Message)\.Of\(\s*|Refused\(|new\(|, )"(SUP\d{4}|import\.remedy\.[a-z]+)"(?=[,)])""")]
    private static partial Regex Keys();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Arguments();
}
