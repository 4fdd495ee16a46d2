using FsCheck;
using FsCheck.Fluent;
using Supervision.Documents.Fonts;
using Supervision.Documents.Pdf;

namespace Supervision.Documents.Tests;

// Goal: 避头尾. No closing mark begins a line, no opening mark ends one, no line is too wide, nothing is lost.
public sealed class LineBreakerTests
{
    private const string Alphabet = "中文字符检查处罚，。、；：？！）》」（《「“”ab12 3.5%—…　";

    [Fact]
    public void Break_AnyText_KeepsTheRulesAndEveryCharacter() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Elements(Alphabet.ToCharArray())).Select(list => string.Concat(list)).ToArbitrary(),
            Gen.Choose(6_000, 28_000).ToArbitrary(),
            Gen.Elements(0, 2_000).ToArbitrary(),
            (text, measure, indent) =>
            {
                var glyphs = Glyphs(text);
                var lines = LineBreaker.Break(glyphs, measure, indent);
                Assert.Equal(Bare(text), Bare(string.Concat(lines.SelectMany(Text))));
                for (var i = 0; i < lines.Count; i++)
                {
                    Assert.True(lines[i].Sum(glyph => glyph.Width) <= measure - (i == 0 ? indent : 0));
                    if (i == 0 || lines[i].Count == 0 || lines[i - 1].Count == 0)
                    {
                        continue;
                    }

                    // Only where a run that the rules keep together is longer than a line may they give way.
                    var (last, first) = (Text(lines[i - 1])[^1], Text(lines[i])[0]);
                    if (Unbreakable(text) * 1000 <= measure - indent)
                    {
                        Assert.DoesNotContain(first, "，。、；：？！）》」”%");
                        Assert.DoesNotContain(last, "（《「“");
                    }
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("一二三四五六七，八九", 7_000, "一二三四五六|七，八九")]
    [InlineData("一二三四五六（七八九", 7_000, "一二三四五六|（七八九")]
    [InlineData("金额 123456 元整", 5_000, "金额|123456 元|整")]
    [InlineData("义乌市监处罚〔2026〕179号", 9_000, "义乌市监处罚|〔2026〕179号")]
    public void Break_Examples_AreSetAsACompositorWould(string text, int measure, string expected) =>
        Assert.Equal(expected, string.Join('|', LineBreaker.Break(Glyphs(text), measure, 0).Select(Text)));

    [Fact]
    public void Break_AWordWiderThanTheLine_IsBrokenInside() => Assert.Equal(
        "aaaaaaaaaa|aaaaaaaaaa|aaaaa", string.Join('|', LineBreaker.Break(Glyphs(new string('a', 25)), 5_000, 0).Select(Text)));

    private static List<Glyph> Glyphs(string text) =>
        [.. text.Select(c => new Glyph(c, 0, 1, c < 256 ? 500 : 1000))];

    private static string Text(List<Glyph> line) => string.Concat(line.Select(glyph => (char)glyph.CodePoint));

    private static string Bare(string text) => string.Concat(text.Where(c => c is not (' ' or '　')));

    // The longest run that the rules keep together, in characters.
    private static int Unbreakable(string text)
    {
        var longest = 0;
        var run = 1;
        for (var i = 1; i < text.Length; i++)
        {
            var sticks = "，。、；：？！）》」”%—…. 　".Contains(text[i], StringComparison.Ordinal)
                || "（《「“".Contains(text[..i].TrimEnd(' ', '　').LastOrDefault(), StringComparison.Ordinal)
                || (text[i] is > ' ' and < (char)256 && text[i - 1] is > ' ' and < (char)256);
            run = sticks ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
