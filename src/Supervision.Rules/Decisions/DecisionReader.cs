using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Decisions;

/// <summary>Reads <c>decisions:</c>. What an input may be called depends on the rest of the pack, so it is given.</summary>
internal sealed class DecisionReader(PackReader reader, IReadOnlyDictionary<string, ColumnType> facts)
{
    public IReadOnlyDictionary<string, DecisionTable> Read(PackNode? node)
    {
        var tables = new Dictionary<string, DecisionTable>(StringComparer.Ordinal);
        foreach (var (name, value) in reader.Entries(node))
        {
            tables.Add(name.Text, One(name.Text, value));
        }

        return tables;
    }

    private DecisionTable One(string name, PackNode node)
    {
        var form = reader.Object(node);
        var hit = reader.Word(form.Required("hit"), "FIRST", "UNIQUE") is "FIRST" ? HitPolicy.First : HitPolicy.Unique;
        var inputs = Columns(form.Required("inputs"));
        var outputs = Columns(form.Required("outputs"));
        var rows = reader.Items(form.Required("table")).Select((row, at) => Row(row, at + 1, inputs, outputs)).ToArray();
        if (form.Optional("note") is { } note)
        {
            reader.Text(note);
        }

        form.Done();
        CheckInputs(inputs);
        CheckOverlaps(form, hit, rows);
        return new DecisionTable(name, hit, [.. inputs.Select(input => input.Column)], [.. outputs.Select(output => output.Column)], rows);
    }

    private List<(Column Column, PackScalar At)> Columns(PackNode? node)
    {
        var columns = new List<(Column, PackScalar)>();
        foreach (var (name, type) in reader.Entries(node))
        {
            columns.Add((new Column(name.Text, Type(type)), name));
        }

        if (node is PackMapping && columns.Count == 0)
        {
            reader.Errors.Add(node, "SUP5010", "{ name: type }", node.Form);
        }

        return columns;
    }

    private ColumnType Type(PackNode node)
    {
        if (node is PackSequence { Items.Count: > 0 })
        {
            return new ColumnType([.. reader.Items(node).Select(reader.Text)]);
        }

        return reader.Word(node, "number", "boolean") is "number" ? ColumnType.Number : ColumnType.Boolean;
    }

    private DecisionRow Row(
        PackNode node, int number, List<(Column Column, PackScalar At)> inputs, List<(Column Column, PackScalar At)> outputs)
    {
        var form = reader.Object(node);
        var tests = Cells(form.Required("if"), inputs)
            .Select(cell => new UnaryTestParser(reader, cell.Cell, cell.Type).Parse()).ToArray();
        var values = Cells(form.Required("then"), outputs).Select(cell => Value(cell.Cell, cell.Type)).ToArray();
        var note = form.Optional("note") is { } text ? reader.Text(text) : "";
        form.Done();
        return new DecisionRow(number, tests, values, note);
    }

    private List<(PackScalar Cell, ColumnType Type)> Cells(PackNode? node, List<(Column Column, PackScalar At)> columns)
    {
        var cells = new List<(PackScalar, ColumnType)>();
        var items = reader.Items(node);
        if (node is PackSequence && items.Count != columns.Count)
        {
            reader.Errors.Add(node, "SUP5026", Invariant.Text(items.Count), Invariant.Text(columns.Count));
            return cells;
        }

        for (var at = 0; at < items.Count; at++)
        {
            if (items[at] is PackScalar cell)
            {
                cells.Add((cell, columns[at].Column.Type));
            }
            else
            {
                reader.Errors.Add(items[at], "SUP5010", "text", items[at].Form);
            }
        }

        return cells;
    }

    private RuleValue Value(PackScalar cell, ColumnType type) =>
        type.IsNumber ? RuleValue.Of(reader.Number(cell)) : RuleValue.Of(reader.Word(cell, type.Words!));

    private void CheckInputs(List<(Column Column, PackScalar At)> inputs)
    {
        foreach (var (column, at) in inputs)
        {
            if (!facts.TryGetValue(column.Name, out var known))
            {
                reader.Errors.Add(at, "SUP5020", column.Name, string.Join(", ", facts.Keys));
            }
            else if (!column.Type.Fits(known))
            {
                reader.Errors.Add(at, "SUP5010", known.ToString(), column.Type.ToString());
            }
        }
    }

    /// <summary>Exact: two rows share a case when each pair of their cells does.</summary>
    private void CheckOverlaps(PackObject form, HitPolicy hit, DecisionRow[] rows)
    {
        if (hit is not HitPolicy.Unique || reader.Errors.Any)
        {
            return;
        }

        foreach (var lower in rows)
        {
            foreach (var upper in rows.Take(lower.Number - 1).Where(lower.Meets))
            {
                reader.Errors.Add(
                    form.Required("table")!, "SUP5027", Invariant.Text(upper.Number), Invariant.Text(lower.Number));
            }
        }
    }
}
