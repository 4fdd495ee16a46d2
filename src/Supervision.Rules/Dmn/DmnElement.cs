using System.Xml.Linq;
using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>An input, a decision, a business knowledge model or a decision service, with what it requires.</summary>
internal sealed class DmnElement(DmnFile file, XElement xml)
{
    public DmnFile File { get; } = file;

    public XElement Xml { get; } = xml;

    public string Kind => Xml.Name.LocalName;

    /// <summary>The name of its variable, which is how an expression calls it.</summary>
    public string Name { get; } = xml.NameOf();

    public FeelType Type { get; set; } = FeelType.Any;

    /// <summary>What its expression may name, by place.</summary>
    public List<DmnSlot> Slots { get; } = [];

    /// <summary>Of a decision its expression; of a business knowledge model its function.</summary>
    public FeelNode? Node { get; set; }

    /// <summary>Of a service: the decisions that it gives.</summary>
    public List<DmnElement> Outputs { get; } = [];

    /// <summary>Of a service: its parameters, inputs first, then the decisions that a caller gives.</summary>
    public List<DmnElement> Inputs { get; } = [];
}
