using System.Text.Json;
using Supervision.Decisions;
using Supervision.Documents;

namespace Supervision.Core.Tests.Documents;

public sealed class DocumentComposerTests
{
    private const string Template = """
        { "kind": "demand", "id": "t", "version": 1, "title": "催告书", "numberKind": "催", "law": "行政强制法", "article": "第五十四条",
          "fields": [ { "name": "agency", "label": "机关" }, { "name": "party", "label": "当事人", "personal": "name", "personalWhen": "person" },
                      { "name": "person", "label": "自然人", "optional": true }, { "name": "extra", "label": "其他", "optional": true } ],
          "blocks": [ { "block": "paragraph", "text": "{party}应缴罚款。" }, { "block": "note", "text": "另：{extra}", "when": "extra" },
                      { "block": "table", "text": "rows", "when": "rows", "columns": [ { "name": "no", "label": "序号", "width": 1 } ] } ] }
        """;

    private static readonly DocumentTemplate s_template = DocumentTemplate.Parse(Template);

    [Fact]
    public void Compose_FactsInPlace_FillsTextsAndLeavesOutWhatIsNotThere()
    {
        var document = Compose(Facts()).OrThrow();
        Assert.Equal(["张三应缴罚款。"], document.Blocks.Select(block => block.Text));
        document = Compose(DocumentFacts.Of(("agency", "A"), ("party", "张三"), ("extra", "{party}"))).OrThrow();
        Assert.Equal("另：{party}", document.Blocks[1].Text); // a fact is never read as a template
    }

    [Fact]
    public void Compose_WithoutARequiredField_IsRefusedWithTheProvision()
    {
        var refusal = Compose(DocumentFacts.Of(("agency", "A"), ("party", ""))).Refusal!;
        Assert.Equal(("SUP2601", "第五十四条"), (refusal.Code, refusal.Basis!.Article));
    }

    [Fact]
    public void Compose_AMisspeltFieldOrColumn_IsRefusedByName()
    {
        Assert.Contains("partty", Compose(DocumentFacts.Of(("agency", "A"), ("party", "x"), ("partty", "y"))).Refusal!.ToString(), StringComparison.Ordinal);
        Assert.Equal("SUP2602", Compose(Facts().With("lines", [])).Refusal!.Code);
        var row = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = "1" };
        Assert.Equal("SUP2603", Compose(Facts().With("rows", [row])).Refusal!.Code);
    }

    [Fact]
    public void Compose_PublicVersion_MasksAPersonAndNotACompany()
    {
        Assert.Equal("张三应缴罚款。", Compose(Facts(), DocumentAudience.Public).OrThrow().Blocks[0].Text);
        var person = DocumentFacts.Of(("agency", "A"), ("party", "张三"), ("person", "是"), ("extra", "张三的车"));
        var document = Compose(person, DocumentAudience.Public).OrThrow();
        Assert.Equal(["张某某应缴罚款。", "另：张某某的车"], document.Blocks.Select(block => block.Text));
    }

    [Fact]
    public void Shipped_EachKind_HasATemplateThatNamesItsProvision()
    {
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            var template = DocumentTemplates.Shipped.Of(kind);
            Assert.Equal(kind, template.Kind);
            Assert.NotEmpty(template.Basis.Law);
            var placed = template.Blocks.SelectMany(block => block.Names.Concat([block.Text])).ToList();
            // A fact that is asked for is printed somewhere; only what every file of a case names may be left out.
            string[] optional = ["agency", "party.isPerson", "party.id", "date", "officers"];
            Assert.DoesNotContain(template.Fields, field => field.IsRequired && !optional.Contains(field.Name, StringComparer.Ordinal)
                && !placed.Exists(text => text.Contains($"{{{field.Name}}}", StringComparison.Ordinal) || text == field.Name));
        }
    }

    [Theory]
    [InlineData("\"kind\": \"demand\"", "\"kind\": \"poem\"")]
    [InlineData("\"block\": \"note\"", "\"block\": \"song\"")]
    [InlineData("\"personal\": \"name\"", "\"personal\": \"secret\"")]
    [InlineData("\"title\": \"催告书\",", "")]
    public void Parse_AWrongTemplate_SaysWhat(string right, string wrong) =>
        Assert.Throws<JsonException>(() => DocumentTemplate.Parse(Template.Replace(right, wrong, StringComparison.Ordinal)));

    private static DocumentFacts Facts() => DocumentFacts.Of(("agency", "A"), ("party", "张三"));

    private static Outcome<ComposedDocument> Compose(DocumentFacts facts, DocumentAudience audience = DocumentAudience.Party) =>
        DocumentComposer.Compose(s_template, facts, "", null, audience);
}
