using System.Text;
using System.Xml;
using System.Xml.Linq;
using Supervision.Rules.Feel;

namespace Supervision.Rules.Dmn;

/// <summary>Writes a decision table as a model of DMN 1.3, the version that the common editors read and write. Thread-safe.</summary>
public static class DmnTableWriter
{
    private static readonly XNamespace s_model = DmnXml.Namespaces[0];

    /// <summary>The model in UTF-8, with one decision and its inputs. Equal tables give equal bytes.</summary>
    /// <exception cref="ArgumentException">A row has not one cell for each column.</exception>
    /// <exception cref="FeelException">The table cannot be read back: a cell is no FEEL, or of a wrong type.</exception>
    public static byte[] Write(DmnTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rules.Any(row => row.Count != table.Inputs.Count + table.Outputs.Count))
        {
            throw new ArgumentException("Each row has one cell for each input and output.", nameof(table));
        }

        var inputs = table.Inputs.Index().Select(input => new XElement(
            s_model + "inputData", new XAttribute("id", Id("input", input.Index)), new XAttribute("name", input.Item.Name), Variable(input.Item)));
        var required = table.Inputs.Index().Select(input => new XElement(
            s_model + "informationRequirement", new XAttribute("id", Id("need", input.Index)),
            new XElement(s_model + "requiredInput", new XAttribute("href", Id("#input", input.Index)))));
        var root = new XElement(
            s_model + "definitions",
            new XAttribute("id", "definitions"), new XAttribute("name", table.Name), new XAttribute("namespace", "https://www.omg.org/spec/DMN/"),
            inputs,
            new XElement(
                s_model + "decision", new XAttribute("id", "decision"), new XAttribute("name", table.Name),
                new XElement(s_model + "variable", new XAttribute("id", "variable"), new XAttribute("name", table.Name)), required, Body(table)));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            root.Save(writer);
        }

        _ = DmnModel.Load(table.Name, bytes.ToArray());
        return bytes.ToArray();
    }

    private static XElement Body(DmnTable table) => new(
        s_model + "decisionTable", new XAttribute("id", "table"), new XAttribute("hitPolicy", table.HitPolicy),
        table.Inputs.Index().Select(input => new XElement(
            s_model + "input", new XAttribute("id", Id("column", input.Index)), new XAttribute("label", input.Item.Name),
            Text("inputExpression", input.Item.Name, new XAttribute("typeRef", input.Item.Type)), Values("inputValues", input.Item))),
        table.Outputs.Index().Select(output => new XElement(
            s_model + "output", new XAttribute("id", Id("output", output.Index)), new XAttribute("name", output.Item.Name),
            new XAttribute("typeRef", output.Item.Type), Values("outputValues", output.Item))),
        table.Rules.Index().Select(rule => new XElement(
            s_model + "rule", new XAttribute("id", Id("rule", rule.Index)),
            rule.Item.Index().Select(cell => Text(
                cell.Index < table.Inputs.Count ? "inputEntry" : "outputEntry", cell.Item, new XAttribute("id", Id("cell", rule.Index, cell.Index)))))));

    private static string Id(string kind, params int[] places) => kind + string.Concat(places.Select(place => "_" + FeelText.Of(place + 1)));

    private static XElement Variable(DmnColumn column) =>
        new(s_model + "variable", new XAttribute("name", column.Name), new XAttribute("typeRef", column.Type));

    private static XElement? Values(string name, DmnColumn column) => column.Values.Length == 0 ? null : Text(name, column.Values);

    private static XElement Text(string name, string text, params XAttribute[] attributes) => new(s_model + name, attributes, new XElement(s_model + "text", text));
}
