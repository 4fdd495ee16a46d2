using System.Xml.Linq;
using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Syntax;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>Makes a model of its files: elements, what they require, their types, their expressions.</summary>
internal sealed class DmnLoader(FeelMode mode, FeelLimits limits)
{
    private const int MostFiles = 100;

    private readonly List<FeelError> _errors = [];
    private readonly List<DmnFile> _files = [];

    public DmnModel Load(string name, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? imports)
    {
        Add(name, content, imports ?? new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));
        var types = new DmnTypes(_files, limits);
        foreach (var element in _files.SelectMany(file => file.Elements))
        {
            Describe(element, types);
        }

        foreach (var element in _files.SelectMany(file => file.Elements))
        {
            Link(element);
        }

        CheckCircles();
        foreach (var file in _files)
        {
            var world = World(file, types);
            foreach (var element in file.Elements)
            {
                Compile(element, types, world);
            }
        }

        return mode == FeelMode.Strict && _errors.Count > 0 ? throw new FeelException(_errors) : new DmnModel(_files, mode, limits, _errors);
    }

    // The main model first; then what it imports, as far as it is given.
    private void Add(string name, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> imports)
    {
        _files.Add(new DmnFile(name, DmnXml.LoadModel(name, content)));
        if (_files[0].Imports.Count == 0)
        {
            return;
        }

        foreach (var (other, bytes) in imports.OrderBy(import => import.Key, StringComparer.Ordinal).Take(MostFiles))
        {
            if (!string.Equals(other, name, StringComparison.Ordinal))
            {
                _files.Add(new DmnFile(other, DmnXml.LoadModel(other, bytes)));
            }
        }

        foreach (var (space, import) in _files[0].Imports.Where(import => _files.TrueForAll(file => file.Namespace != import.Key)))
        {
            _errors.AddRange(DmnXml.Error(name, _files[0].Root, "SUP5145", import, space).Errors);
        }
    }

    private void Describe(DmnElement element, DmnTypes types)
    {
        var reference = element.Xml.Child("variable")?.Attribute("typeRef", "") ?? "";
        if (types.Find(element.File, reference) is { } type)
        {
            element.Type = type;
        }
        else
        {
            _errors.AddRange(DmnXml.Error(element.File.Name, element.Xml, "SUP5114").Errors);
        }
    }

    private void Link(DmnElement element)
    {
        var xml = element.Xml;
        foreach (var requirement in xml.Children("informationRequirement").Concat(xml.Children("knowledgeRequirement")).SelectMany(requirement => requirement.Elements()))
        {
            if (requirement.Name.LocalName is "requiredInput" or "requiredDecision" or "requiredKnowledge" && Target(element, requirement) is { } target)
            {
                Require(element, target);
            }
        }

        if (element.Kind == "businessKnowledgeModel")
        {
            element.Slots.Add(new DmnSlot(element.Name, false, [element]));
        }

        element.Outputs.AddRange(xml.Children("outputDecision").Select(reference => Target(element, reference)).OfType<DmnElement>());
        element.Inputs.AddRange(xml.Children("inputData").Concat(xml.Children("inputDecision")).Select(reference => Target(element, reference)).OfType<DmnElement>());
    }

    private static void Require(DmnElement element, DmnElement target)
    {
        var import = target.File == element.File ? "" : element.File.Imports.GetValueOrDefault(target.File.Namespace, "");
        if (import.Length > 0 && element.Slots.Find(slot => slot.IsImport && slot.Name == import) is { } known)
        {
            known.Elements.Add(target);
        }
        else
        {
            element.Slots.Add(new DmnSlot(import.Length > 0 ? import : target.Name, import.Length > 0, [target]));
        }
    }

    private DmnElement? Target(DmnElement element, XElement reference)
    {
        var href = reference.Attribute("href", "");
        var hash = href.LastIndexOf('#');
        var space = hash > 0 ? href[..hash] : element.File.Namespace;
        var file = space == element.File.Namespace ? element.File : _files.Find(other => other.Namespace == space);
        if (file is not null && file.ById.TryGetValue(href[(hash + 1)..], out var target))
        {
            return target;
        }

        _errors.AddRange(DmnXml.Error(element.File.Name, reference, "SUP5145", element.Name, href).Errors);
        return null;
    }

    // Depth first without recursion: a model may be a long chain.
    private void CheckCircles()
    {
        var done = new HashSet<DmnElement>();
        foreach (var start in _files.SelectMany(file => file.Elements))
        {
            var path = new Stack<(DmnElement Element, IEnumerator<DmnElement> Others)>();
            var open = new HashSet<DmnElement>();
            Push(start);
            while (path.TryPeek(out var top))
            {
                if (!top.Others.MoveNext())
                {
                    path.Pop();
                    open.Remove(top.Element);
                    done.Add(top.Element);
                }
                else if (open.Contains(top.Others.Current) && !ReferenceEquals(top.Others.Current, top.Element))
                {
                    throw DmnXml.Error(top.Element.File.Name, top.Element.Xml, "SUP5150", top.Element.Name, top.Others.Current.Name);
                }
                else
                {
                    Push(top.Others.Current);
                }
            }

            void Push(DmnElement element)
            {
                if (!done.Contains(element) && open.Add(element))
                {
                    path.Push((element, Required(element).GetEnumerator()));
                }
            }
        }
    }

    private static IEnumerable<DmnElement> Required(DmnElement element) => element.Slots.SelectMany(slot => slot.Elements).Concat(element.Outputs);

    private static NameWorld World(DmnFile file, DmnTypes types)
    {
        var entries = file.Root.DescendantsAndSelf()
            .Where(xml => xml.Name.LocalName is "itemComponent" or "column" or "output" or "variable")
            .Select(xml => xml.NameOf()).Where(name => name.Length > 0);
        return new NameWorld(entries, name => types.Find(file, name));
    }

    private void Compile(DmnElement element, DmnTypes types, NameWorld world)
    {
        if (element.Kind is not ("decision" or "businessKnowledgeModel"))
        {
            return;
        }

        var scope = NameScope.Root([], world);
        for (var at = 0; at < element.Slots.Count; at++)
        {
            scope.Put(at, element.Slots[at].Name, TypeOf(element.Slots[at]));
        }

        var compiler = new DmnCompiler(element.File, element.Name, types, mode, limits, _errors);
        element.Node = element.Kind == "decision"
            ? compiler.In(element.Xml, scope)
            : element.Xml.Child("encapsulatedLogic") is { } logic
                ? Result(element, (FunctionNode)compiler.Function(logic, scope))
                : new FailingNode(new FeelPlace(new FeelSource("", element.File.Name), 0), "SUP5143", "encapsulatedLogic");
        if (element.Node.Height > limits.Depth - 100)
        {
            throw DmnXml.Error(element.File.Name, element.Xml, "SUP5126", FeelText.Of(limits.Depth - 100));
        }
    }

    private static FunctionNode Result(DmnElement element, FunctionNode function) => element.Type.Kind is null or FeelKind.Function
        ? function
        : new FunctionNode(function.Place, function.Parameters, new CoercedNode(function.Body, element.Type));

    private static FeelType TypeOf(DmnSlot slot) => slot.IsImport
        ? FeelType.ContextOf(slot.Elements.DistinctBy(element => element.Name, StringComparer.Ordinal).Select(element => new KeyValuePair<string, FeelType>(element.Name, TypeOf(element))))
        : TypeOf(slot.Elements[0]);

    private static FeelType TypeOf(DmnElement element) => element.Kind is "inputData" or "decision" ? element.Type : FeelType.AnyFunction;
}
