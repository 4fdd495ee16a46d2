using System.Globalization;
using System.Text.RegularExpressions;
using Supervision.Decisions;

namespace Supervision.Rules.Tests.Packs;

public sealed class MessageTextTests
{
    // Every code and key that the sources of Rules name has a text in both languages.
    [Fact]
    public void Texts_EveryKeyOfTheSources_IsThereInChineseAndEnglish()
    {
        var sources = Path.Combine(Samples.Folder, "..", "..", "src", "Supervision.Rules");
        var keys = Directory.GetFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"((?:SUP5[0-9]{3})|(?:(?:credit|risk|rules)\\.[a-zA-Z.]+))\"").Select(match => match.Groups[1].Value))
            .Distinct().ToList();
        Assert.True(keys.Count > 40, $"only {keys.Count} keys found");
        foreach (var key in keys)
        {
            var message = Message.Of(key, "a", "b", "c", "d", "e");
            var english = message.In(CultureInfo.GetCultureInfo("en"));
            var chinese = message.In(CultureInfo.GetCultureInfo("zh-CN"));
            Assert.False(english.StartsWith(key, StringComparison.Ordinal), key);
            Assert.Matches("[\u4e00-\u9fff]", chinese);
            Assert.DoesNotMatch("[\u4e00-\u9fff]", english);
        }
    }
}
