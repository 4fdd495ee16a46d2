using System.Xml.Linq;

namespace Supervision.Web.Studio;

/// <summary>A decision table of a DMN file as it is shown: columns and rows in the words of the file. Immutable.</summary>
/// <param name="Name">The decision's name.</param>
/// <param name="HitPolicy">The hit policy as written; UNIQUE when none is.</param>
/// <param name="Inputs">What each input column tests.</param>
/// <param name="Outputs">Name of each output column.</param>
/// <param name="Rows">Cells: the inputs, then the outputs.</param>
internal sealed record DrawnTable(
    string Name, string HitPolicy, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The tables of a model that was read before: it is well-formed XML without a document type.</summary>
    public static IReadOnlyList<DrawnTable> Of(string xml) =>
    [
        .. from table in XDocument.Parse(xml).Descendants().Where(element => element.Name.LocalName == "decisionTable")
           let outputs = Children(table, "output").ToList()
           let name = (string?)table.Ancestors().FirstOrDefault(element => element.Attribute("name") is not null)?.Attribute("name") ?? ""
           select new DrawnTable(
               name, (string?)table.Attribute("hitPolicy") ?? "UNIQUE",
               [.. Children(table, "input").Select(input => (string?)input.Attribute("label") ?? TextOf(Children(input, "inputExpression").FirstOrDefault()))],
               [.. outputs.Select(output => (string?)output.Attribute("label") ?? (string?)output.Attribute("name") ?? name)],
               [.. Children(table, "rule").Select(rule => (IReadOnlyList<string>)[.. Children(rule, "inputEntry").Concat(Children(rule, "outputEntry")).Select(TextOf)])]),
    ];

    private static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    private static string TextOf(XElement? element) => element is null ? "" : Children(element, "text").FirstOrDefault()?.Value.Trim() ?? "";
}
