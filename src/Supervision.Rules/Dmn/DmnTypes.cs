using System.Xml.Linq;
using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Syntax;

namespace Supervision.Rules.Dmn;

/// <summary>The item definitions of a model as types.</summary>
internal sealed class DmnTypes(IReadOnlyList<DmnFile> files, FeelLimits limits)
{
    private readonly Dictionary<(DmnFile File, string Name), FeelType?> _types = [];

    /// <summary>The type of a name in a file, or null when there is none.</summary>
    public FeelType? Find(DmnFile file, string name)
    {
        name = FeelName.Normalized(name.StartsWith("feel:", StringComparison.Ordinal) ? name[5..] : name);
        if (name.Length == 0)
        {
            return FeelType.Any;
        }

        if (file.Root.Children("itemDefinition").FirstOrDefault(item => item.NameOf() == name) is { } definition)
        {
            return Defined(file, name, definition);
        }

        foreach (var (space, import) in file.Imports)
        {
            if (import.Length > 0 && name.StartsWith(import + ".", StringComparison.Ordinal)
                && files.FirstOrDefault(other => other.Namespace == space) is { } imported && imported != file)
            {
                return Find(imported, name[(import.Length + 1)..]);
            }
        }

        return FeelType.Named(name);
    }

    private FeelType? Defined(DmnFile file, string name, XElement definition)
    {
        if (_types.TryGetValue((file, name), out var known))
        {
            // A definition that holds itself ends here.
            return known ?? FeelType.Any;
        }

        _types[(file, name)] = null;
        return _types[(file, name)] = Type(file, definition, name);
    }

    private FeelType Type(DmnFile file, XElement definition, string name)
    {
        FeelType type;
        if (definition.Child("functionItem") is { } function)
        {
            type = FeelType.FunctionOf(
                [.. function.Children("parameters").Select(parameter => Find(file, parameter.Attribute("typeRef", "")) ?? FeelType.Any)],
                Find(file, function.Attribute("outputTypeRef", "")) ?? FeelType.Any);
        }
        else if (definition.Child("typeRef") is { } reference)
        {
            type = Find(file, reference.Value.Trim()) ?? FeelType.Any;
        }
        else if (definition.Children("itemComponent").Any())
        {
            type = FeelType.ContextOf(definition.Children("itemComponent").DistinctBy(item => item.NameOf(), StringComparer.Ordinal)
                .Select(item => new KeyValuePair<string, FeelType>(item.NameOf(), Type(file, item, item.NameOf()))));
        }
        else
        {
            type = FeelType.Any;
        }

        if (Tests(file, definition.Child("allowedValues"), type) is { } allowed)
        {
            type = type.As(name, allowed);
        }

        type = definition.Attribute("isCollection", "false") == "true" ? FeelType.ListOf(type) : type;
        return Tests(file, definition.Child("typeConstraint"), type) is { } constraint ? type.As(name, constraint) : type;
    }

    private FeelUnaryTests? Tests(DmnFile file, XElement? xml, FeelType type)
    {
        if (xml is null)
        {
            return null;
        }

        var source = DmnXml.Source(file.Name, xml);
        try
        {
            return FeelUnaryTests.Parse(source, type, NameScope.Root([], NameWorld.Plain), FeelScope.Empty, FeelMode.Standard, limits);
        }
        catch (FeelException)
        {
            return null;
        }
    }
}
