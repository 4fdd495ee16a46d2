using System.Text.Json;
using Supervision.Catalog;
using Supervision.Console.Shell;

namespace Supervision.Console.Catalog;

/// <summary>Items of the catalogue for the reader of the console.</summary>
internal static class ItemView
{
    public static void Members(Utf8JsonWriter json, IReadOnlyList<SupervisionItem> items)
    {
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            Heading(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Members(Utf8JsonWriter json, SupervisionItem item, NationalItem? national)
    {
        Heading(json, item);
        json.WriteString("nationalName", national?.Name);
        json.WriteString("checklist", item.ChecklistId);
        Texts(json, "basis", item.Basis.Select(basis => basis.ToString()));
        Texts(json, "categories", item.SubjectCategories);
        Texts(json, "contents", item.Contents.Select(content => $"{content.Code} {content.Text}"));
    }

    public static void Table(Texts texts, Output output, IReadOnlyList<SupervisionItem> items) => output.Table(
        [texts["column.item"], texts["column.name"], texts["column.agency"], texts["column.state"], texts["column.version"], texts["column.national"]],
        items.Select(item => (IReadOnlyList<string>)
        [
            item.Code, item.Name, item.OwnerAgencyId, texts.Word(item.State), item.Version.ToString(texts.Culture), item.NationalCode ?? "-",
        ]));

    public static void Lines(Texts texts, Output output, SupervisionItem item, NationalItem? national)
    {
        output.Line($"{item.Code}  {item.Name}");
        output.Line(texts.Format("catalog.show.state", item.State, item.Version, item.Kind, item.OwnerAgencyId, item.Field));
        output.Line(texts.Format("catalog.show.national", item.NationalCode ?? "-", national?.Name ?? "-"));
        foreach (var basis in item.Basis)
        {
            output.Line($"  {basis}");
        }

        foreach (var content in item.Contents)
        {
            output.Line($"  {content.Code}  {content.Text}");
        }
    }

    private static void Heading(Utf8JsonWriter json, SupervisionItem item)
    {
        json.WriteString("code", item.Code);
        json.WriteString("parent", item.ParentCode);
        json.WriteString("name", item.Name);
        json.WriteString("kind", item.Kind.ToString());
        json.WriteString("agency", item.OwnerAgencyId);
        json.WriteString("field", item.Field);
        json.WriteString("national", item.NationalCode);
        json.WriteString("state", item.State.ToString());
        json.WriteNumber("version", item.Version);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
