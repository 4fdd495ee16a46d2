using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Facts;

/// <summary>Reads the facts of an example as the pack declares them.</summary>
internal sealed class FactReader(PackReader reader)
{
    public Fact Read(PackNode? node, FactType type)
    {
        switch (type.Kind)
        {
            case FactKind.Number: return Fact.Of(Number(node));
            case FactKind.Truth: return Fact.Of(reader.Boolean(node));
            case FactKind.Date: return Fact.Of(reader.Date(node));
            case FactKind.List: return Fact.List([.. reader.Items(node).Select(item => Read(item, type.Item!))]);
            case FactKind.Record:
                var form = reader.Object(node);
                var record = Record(form, type, []);
                form.Done();
                return record;
            default: return Fact.Of(type.Words is { } words ? reader.Word(node, words) : reader.Text(node));
        }
    }

    /// <summary>The fields of a record but those that are read elsewhere.</summary>
    public Fact Record(PackObject form, FactType type, IReadOnlyList<string> but)
    {
        var fields = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var (name, field) in type.Fields!)
        {
            if (!but.Contains(name, StringComparer.Ordinal) && (field.IsOptional ? form.Optional(name) : form.Required(name)) is { } value)
            {
                fields.Add(name, Read(value, field));
            }
        }

        return Fact.Record(fields);
    }

    // An amount of an event is no number of the policy, so it may be finer.
    private decimal Number(PackNode? node) =>
        node is PackScalar { IsQuoted: false } scalar && PackReader.TryExact(scalar.Text, 10, out var number) ? number : reader.Number(node);
}
