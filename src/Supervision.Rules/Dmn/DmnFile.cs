using System.Xml.Linq;

namespace Supervision.Rules.Dmn;

/// <summary>One file of a model: its elements by id, its imports by name.</summary>
internal sealed class DmnFile
{
    private static readonly string[] s_kinds = ["inputData", "decision", "businessKnowledgeModel", "decisionService"];

    public DmnFile(string name, XElement root)
    {
        Name = name;
        Root = root;
        Namespace = root.Attribute("namespace", "");
        foreach (var xml in root.Elements().Where(xml => xml.Name.Namespace == root.Name.Namespace && s_kinds.Contains(xml.Name.LocalName, StringComparer.Ordinal)))
        {
            var element = new DmnElement(this, xml);
            Elements.Add(element);
            ById.TryAdd(xml.Attribute("id", ""), element);
        }

        foreach (var import in root.Children("import"))
        {
            Imports.TryAdd(import.Attribute("namespace", ""), import.NameOf());
        }
    }

    public string Name { get; }

    public XElement Root { get; }

    public string Namespace { get; }

    public List<DmnElement> Elements { get; } = [];

    public Dictionary<string, DmnElement> ById { get; } = new(StringComparer.Ordinal);

    /// <summary>Namespace of an imported model -> the name of the import here.</summary>
    public Dictionary<string, string> Imports { get; } = new(StringComparer.Ordinal);
}
