using Supervision.Rules.Facts;
using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Packs.Expressions.Nodes;

/// <summary>A name of a pack that has fields: <c>event</c>, <c>subject</c>, a ledger. A field is read without making the whole.</summary>
internal sealed class RecordNode(FeelPlace place, string name, FactType type) : FeelNode(place, FactValues.TypeOf(type))
{
    private readonly IReadOnlyList<string> _fields = [.. type.Fields!.Keys];

    public string Name => name;

    public override FeelNode? Member(FeelPlace at, string field) => new FactNode(Place, name, field, Type.Members![field]);

    // The whole is a context of the fields that there are.
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        run.Charge(this, _fields.Count);
        var scope = ((PackRun)run).Scope;
        return FeelValue.ContextOf(_fields.Select(field => KeyValuePair.Create(field, FactValues.Of(scope.Field(name, field)))));
    }
}
