using System.Globalization;

namespace Supervision.Documents.Tests;

// Goal: what is printed can be read again, by other programs than ours. SUPERVISION_PDF_OUT=FOLDER keeps the files to look at.
public sealed class PdfRendererTests
{
    public static TheoryData<DocumentKind, PaperSize> Kinds()
    {
        var data = new TheoryData<DocumentKind, PaperSize>();
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            data.Add(kind, PaperSize.A4);
        }

        data.Add(DocumentKind.PointNotice, PaperSize.Receipt);
        data.Add(DocumentKind.OrderToCorrect, PaperSize.Receipt);
        return data;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_EachKind_GivesItsChineseBackAndIsSound(DocumentKind kind, PaperSize paper)
    {
        var document = Compose(kind, DocumentAudience.Party);
        var pdf = new PdfRenderer(Fonts.Shared).Render(document, paper).OrThrow();
        Keep($"{kind}-{paper}", pdf);
        var text = Flat(Tool.Run(pdf, "pdftotext", "-layout", "FILE", "-"));
        Assert.Contains(document.Title, text, StringComparison.Ordinal);
        Assert.Contains(document.Number, text, StringComparison.Ordinal);
        Assert.Contains(Samples.Person, text, StringComparison.Ordinal);
        Assert.Contains("义乌市市场监督管理局", text, StringComparison.Ordinal);
        Assert.Contains(Samples.Verify.AbsoluteUri, text, StringComparison.Ordinal);
        Tool.Run(pdf, "qpdf", "--check", "FILE");
        Assert.InRange(pdf.Length, 5_000, 120_000);
    }

    // A paragraph comes back whole: nothing is lost between lines and pages.
    [Fact]
    public void Render_ALongDecision_KeepsEveryParagraphOverItsPages()
    {
        var facts = Samples.Of(DocumentKind.Decision);
        var longText = string.Concat(Enumerable.Range(1, 60).Select(i => $"第{i}项违法事实：当事人于2026年3月{(i % 28) + 1}日销售未检验的食品“示例牌”共{i}件，货值{i * 100}元。"));
        facts = facts with { Values = new Dictionary<string, string>(facts.Values, StringComparer.Ordinal) { ["evidence"] = longText } };
        var document = DocumentComposer.Compose(DocumentTemplates.Shipped.Of(DocumentKind.Decision), facts, "义乌市监处罚〔2026〕1号", null, DocumentAudience.Party).OrThrow();
        var pdf = new PdfRenderer(Fonts.Shared).Render(document, PaperSize.A4).OrThrow();
        Keep("long-decision", pdf);
        var pages = int.Parse(Tool.Run(pdf, "pdfinfo", "FILE").Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal))[6..], CultureInfo.InvariantCulture);
        Assert.InRange(pages, 4, 9);
        var text = Flat(Tool.Run(pdf, "pdftotext", "-raw", "FILE", "-"));
        for (var page = 1; page <= pages; page++)
        {
            text = text.Replace($"—{page}—", "", StringComparison.Ordinal);
        }

        Assert.Contains(Flat(longText), text, StringComparison.Ordinal);
    }

    // GB/T 9704: wherever a page ends, nobody signs one that carries nothing to sign, and no seal stands alone.
    [Theory]
    [InlineData(DocumentKind.SummaryDecision, "当事人签收", "执法人员")]
    [InlineData(DocumentKind.OrderToCorrect, "当事人签收", "联系人")]
    public void Render_OfAnyLength_SignsNoPageWithoutText(DocumentKind kind, string signature, string text)
    {
        for (var lines = 1; lines < 40; lines++)
        {
            var facts = Samples.Of(kind, rows: 1);
            facts = new DocumentFacts(
                facts.Values.ToDictionary(
                    pair => pair.Key, pair => pair.Key == "remedy" ? string.Concat(Enumerable.Repeat("可以自收到之日起六十日内向本级人民政府申请行政复议；", lines)) : pair.Value,
                    StringComparer.Ordinal),
                facts.Lists);
            var document = DocumentComposer.Compose(DocumentTemplates.Shipped.Of(kind), facts, "〔2026〕1号", Samples.Verify, DocumentAudience.Party).OrThrow();
            var pages = Tool.Run(new PdfRenderer(Fonts.Shared).Render(document, PaperSize.A4).OrThrow(), "pdftotext", "-layout", "FILE", "-").Split('\f').Select(Flat);
            var signed = pages.Single(page => page.Contains(signature, StringComparison.Ordinal));
            Assert.True(signed.Contains(text, StringComparison.Ordinal), $"{lines}: {signed}");
        }
    }

    [Fact]
    public void Render_ALongTable_RepeatsItsHeadingOnEachPage()
    {
        var facts = Samples.Of(DocumentKind.OnSiteRecord, rows: 40);
        var document = DocumentComposer.Compose(DocumentTemplates.Shipped.Of(DocumentKind.OnSiteRecord), facts, "", Samples.Verify, DocumentAudience.Party).OrThrow();
        var pdf = new PdfRenderer(Fonts.Shared).Render(document, PaperSize.A4).OrThrow();
        Keep("long-record", pdf);
        var pages = Tool.Run(pdf, "pdftotext", "-layout", "FILE", "-").Split('\f');
        Assert.True(pages.Length > 3);
        Assert.All(pages.Skip(1).Take(pages.Length - 3), page => Assert.Contains("检查内容", page, StringComparison.Ordinal));
        Assert.Contains("第40项", string.Concat(pages.Select(Flat)), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Twice_GivesTheSameBytes()
    {
        var document = Compose(DocumentKind.Decision, DocumentAudience.Party);
        var first = new PdfRenderer(Fonts.Shared).Render(document, PaperSize.A4).OrThrow();
        var again = new PdfRenderer(FontSet.Load([Fonts.Path()]).OrThrow()).Render(document, PaperSize.A4).OrThrow();
        Assert.Equal(first, again);
        var other = document with { Number = "义乌市监处罚〔2026〕2号" };
        Assert.NotEqual(first, new PdfRenderer(Fonts.Shared).Render(other, PaperSize.A4).OrThrow());
    }

    // 𠮷 (U+20BB7) is in neither of the free fonts: better no document than an empty box in a name.
    [Fact]
    public void Render_ACharacterThatNoFontHas_IsRefusedByName()
    {
        var document = Compose(DocumentKind.Decision, DocumentAudience.Party) with { Agency = "义乌市𠮷祥局" };
        var refusal = new PdfRenderer(Fonts.Shared).Render(document, PaperSize.A4).Refusal!;
        Assert.Equal("SUP2611", refusal.Code);
        Assert.Contains("U+20BB7", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ThePublicVersion_HoldsNoPersonalData()
    {
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            var document = Compose(kind, DocumentAudience.Public);
            var pdf = new PdfRenderer(Fonts.Shared).Render(document, PaperSize.A4).OrThrow();
            var text = Flat(Tool.Run(pdf, "pdftotext", "-layout", "FILE", "-")) + Flat(HtmlRenderer.Render(document));
            foreach (var canary in new[] { Samples.Person, "小川", Samples.PersonId, Samples.Phone, Samples.Address, "诸葛大明" })
            {
                Assert.DoesNotContain(canary, text, StringComparison.Ordinal);
            }

            Assert.Contains("欧阳某某", text, StringComparison.Ordinal);
        }
    }

    private static ComposedDocument Compose(DocumentKind kind, DocumentAudience audience)
    {
        var template = DocumentTemplates.Shipped.Of(kind);
        return DocumentComposer.Compose(template, Samples.Of(kind), $"义乌市监{template.NumberKind}〔2026〕17号", Samples.Verify, audience).OrThrow();
    }

    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static void Keep(string name, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("SUPERVISION_PDF_OUT") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".pdf"), pdf);
        }
    }
}
