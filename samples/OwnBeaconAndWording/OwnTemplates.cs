using Supervision.Documents;

namespace OwnBeaconAndWording;

/// <summary>Your wording of a document, as data. It has the fields that the records give, and marks as personal what the shipped one does.</summary>
internal static class OwnTemplates
{
    public static DocumentTemplates Read(string file) => DocumentTemplates.Shipped.With(DocumentTemplate.Parse(File.ReadAllText(file))).OrThrow();

    /// <summary>What the party or the public gets, as a page; <see cref="PdfRenderer"/> prints the same on paper, with your fonts.</summary>
    public static string Order(DocumentTemplates templates, DocumentAudience audience)
    {
        var facts = DocumentFacts.Of(
            ("agency", "义乌市市场监督管理局"), ("party.name", "张三"), ("party.isPerson", "是"), ("party.id", "11010519491231002X"),
            ("inspectedOn", "2026年3月2日"), ("due", "2026年3月16日"), ("remedy", "可在六十日内申请行政复议。"), ("officers", "李某（浙A-1）"),
            ("date", "2026年3月2日"), ("contact.name", "李某"), ("contact.phone", "0579-12315"))
            .With("faults", [new Dictionary<string, string> { ["no"] = "1", ["text"] = "地面有积水", ["basis"] = "食品安全法第三十三条", ["measure"] = "清理" }]);
        var order = DocumentComposer.Compose(templates.Of(DocumentKind.OrderToCorrect), facts, "", null, audience).OrThrow();
        return HtmlRenderer.Render(order);
    }
}
