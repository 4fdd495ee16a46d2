using Supervision.Decisions;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Reads <c>parameters:</c>. The short form is { date: number }, the long one adds unit, basis and note.</summary>
internal sealed class ParameterReader(PackReader reader, LegalBasis source)
{
    public IReadOnlyDictionary<string, Parameter> Read(PackNode? node)
    {
        var parameters = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        foreach (var (name, value) in reader.Entries(node))
        {
            parameters.Add(name.Text, new Parameter(name.Text, One(value)));
        }

        return parameters;
    }

    private List<ParameterValue> One(PackNode node)
    {
        if (node is not PackMapping mapping || !mapping.Entries.Any(entry => entry.Key.Text is "values"))
        {
            return Dated(node, source);
        }

        var form = reader.Object(node);
        Texts(form, "unit", "note");
        var basis = form.Optional("basis") is { } cited ? Citation.Read(reader, cited).Basis : source;
        var values = Dated(form.Required("values"), basis);
        form.Done();
        return values;
    }

    private List<ParameterValue> Dated(PackNode? node, LegalBasis basis)
    {
        var values = new List<ParameterValue>();
        foreach (var (date, value) in reader.Entries(node))
        {
            values.Add(Value(reader.Date(date), value, basis));
        }

        if (node is PackMapping && values.Count == 0)
        {
            reader.Errors.Add(node, "SUP5010", "{ date: number }", node.Form);
        }

        values.Sort((left, right) => left.From.CompareTo(right.From));
        return [.. values.Select((value, at) => at + 1 < values.Count ? Until(value, values[at + 1].From) : value)];
    }

    private ParameterValue Value(DateOnly from, PackNode node, LegalBasis basis)
    {
        if (node is not PackMapping mapping || !mapping.Entries.Any(entry => entry.Key.Text is "value"))
        {
            return new(from, Numbers(node), basis with { EffectiveFrom = from });
        }

        var form = reader.Object(node);
        Texts(form, "note");
        var own = form.Optional("basis") is { } cited ? Citation.Read(reader, cited).Basis : basis;
        var numbers = Numbers(form.Required("value"));
        form.Done();
        return new(from, numbers, own with { EffectiveFrom = from });
    }

    private Dictionary<string, decimal> Numbers(PackNode? node)
    {
        var numbers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (node is not PackMapping)
        {
            numbers.Add("", reader.Number(node));
            return numbers;
        }

        foreach (var (key, number) in reader.Entries(node))
        {
            numbers.Add(key.Text, reader.Number(number));
        }

        return numbers;
    }

    private void Texts(PackObject form, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (form.Optional(key) is { } text)
            {
                reader.Text(text);
            }
        }
    }

    private static ParameterValue Until(ParameterValue value, DateOnly end) =>
        value with { Basis = value.Basis with { EffectiveTo = end } };
}
