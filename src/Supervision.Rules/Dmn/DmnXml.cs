using System.Xml;
using System.Xml.Linq;
using Supervision.Rules.Feel;

namespace Supervision.Rules.Dmn;

/// <summary>Reads the XML of a model: no document type, no entity, nothing fetched, at most so large and so deep.</summary>
internal static class DmnXml
{
    public const int MostBytes = 10_000_000;
    public const int MostDepth = 200;

    /// <summary>The namespaces of DMN 1.3, 1.4 and 1.5.</summary>
    public static IReadOnlyList<string> Namespaces { get; } =
    [
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    ];

    public static XElement Load(string name, ReadOnlyMemory<byte> content)
    {
        if (content.Length > MostBytes)
        {
            throw Error(name, 1, 1, "SUP5140", FeelText.Of(MostBytes));
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            var bytes = content.ToArray();
            using (var walk = XmlReader.Create(new MemoryStream(bytes), settings))
            {
                while (walk.Read())
                {
                    if (walk.Depth > MostDepth)
                    {
                        var line = (IXmlLineInfo)walk;
                        throw Error(name, line.LineNumber, line.LinePosition, "SUP5126", FeelText.Of(MostDepth));
                    }
                }
            }

            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            return XElement.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException exception)
        {
            throw Error(name, Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition), "SUP5141", exception.Message);
        }
    }

    /// <summary>The root of a model of a version that is known.</summary>
    public static XElement LoadModel(string name, ReadOnlyMemory<byte> content)
    {
        var root = Load(name, content);
        return root.Name.LocalName == "definitions" && Namespaces.Contains(root.Name.NamespaceName, StringComparer.Ordinal)
            ? root
            : throw Error(name, root, "SUP5142", root.Name.ToString(), string.Join(", ", Namespaces));
    }

    public static XElement? Child(this XElement element, string name) => element.Element(element.Name.Namespace + name);

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements(element.Name.Namespace + name);

    public static string Attribute(this XElement element, string name, string missing = "") => element.Attribute(name)?.Value ?? missing;

    /// <summary>The normalised name of an element, or "".</summary>
    public static string NameOf(this XElement element) => FeelName.Normalized(element.Attribute("name", ""));

    /// <summary>The text of a child named text, with its place.</summary>
    public static FeelSource Source(string file, XElement element)
    {
        var text = element.Child("text") ?? element;
        var at = (IXmlLineInfo?)text.Nodes().OfType<XText>().FirstOrDefault() ?? text;
        return new FeelSource(text.Value, file, Math.Max(1, at.LineNumber), Math.Max(1, at.LinePosition));
    }

    public static FeelException Error(string name, IXmlLineInfo at, string code, params string[] arguments) =>
        Error(name, Math.Max(1, at.LineNumber), Math.Max(1, at.LinePosition), code, arguments);

    public static FeelException Error(string name, int line, int column, string code, params string[] arguments) =>
        new(new FeelSource("", name, line, column).Error(0, code, arguments));
}
