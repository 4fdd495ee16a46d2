using Supervision.Decisions;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Reads <c>parameters:</c>. The short form is { date: number }, the long one adds unit, basis and note.</summary>
internal sealed class ParameterReader(PackReader reader, LegalBasis source)
{
    private const int MostKeys = 2;

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
            return Filled(from, node, basis);
        }

        var form = reader.Object(node);
        Texts(form, "note");
        var own = form.Optional("basis") is { } cited ? Citation.Read(reader, cited).Basis : basis;
        var value = Filled(from, form.Required("value"), own);
        form.Done();
        return value;
    }

    private ParameterValue Filled(DateOnly from, PackNode? node, LegalBasis basis)
    {
        var numbers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var periods = new Dictionary<string, Period>(StringComparer.Ordinal);
        var keys = Fill(node, "", numbers, periods, depth: 0);
        if (numbers.Count > 0 && periods.Count > 0)
        {
            reader.Errors.Add(node!, "SUP5010", "numbers only, or periods only", node!.Form);
        }

        return new(from, numbers, basis with { EffectiveFrom = from }) { Periods = periods, KeyCount = keys };
    }

    /// <summary>A number, { key: number }, { key: { key: number } }, or a list, whose keys are 0, 1, 2 … Gives the number of keys.</summary>
    private int Fill(
        PackNode? node, string key, Dictionary<string, decimal> numbers, Dictionary<string, Period> periods, int depth)
    {
        var most = depth;
        if (node is PackSequence list && depth < MostKeys)
        {
            foreach (var (at, item) in list.Items.Index())
            {
                most = Math.Max(most, Fill(item, Join(key, Invariant.Text(at)), numbers, periods, depth + 1));
            }
        }
        else if (node is PackMapping mapping && depth < MostKeys)
        {
            foreach (var (name, value) in mapping.Entries)
            {
                most = Math.Max(most, Fill(value, Join(key, name.Text), numbers, periods, depth + 1));
            }
        }
        else if (node is PackScalar { IsQuoted: false } scalar && scalar.Text.StartsWith('P'))
        {
            periods[key] = Period.TryParse(scalar.Text, out var period, canBeZero: true) ? period : reader.Period(scalar);
        }
        else
        {
            numbers[key] = reader.Number(node);
        }

        return most;
    }

    private static string Join(string key, string next) =>
        key.Length == 0 ? next : key + Parameter.Between + next;

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
