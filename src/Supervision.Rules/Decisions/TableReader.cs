using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Decisions;

/// <summary>Reads one decision table. What an input may be called depends on the rest of the pack, so it is given.</summary>
/// <param name="reader">Reads values.</param>
/// <param name="facts">Type of each name; null for any text.</param>
/// <param name="scales">Scales that an output may be a grade of.</param>
internal sealed class TableReader(
    PackReader reader, IReadOnlyDictionary<string, ColumnType?> facts, IReadOnlyDictionary<string, PackScale> scales)
{
    private readonly Dictionary<string, PackScale> _scaled = new(StringComparer.Ordinal);

    public TableDecision Read(string name, PackObject form)
    {
        _scaled.Clear();
        var table = One(name, form);
        return new TableDecision(table, [.. table.Outputs.Select(column =>
            _scaled.TryGetValue(column.Name, out var scale) ? scale.Type : FactTypeOf(column.Type))]);
    }

    private static FactType FactTypeOf(ColumnType type) =>
        type.IsNumber ? FactType.Number
        : type.Words!.All(word => word is "true" or "false") ? FactType.Truth
        : FactType.OfWords(type.Words!);

    private DecisionTable One(string name, PackObject form)
    {
        var hit = reader.Word(form.Required("hit"), "FIRST", "UNIQUE", "ANY") switch
        {
            "FIRST" => HitPolicy.First,
            "ANY" => HitPolicy.Any,
            _ => HitPolicy.Unique,
        };
        var isComplete = form.Optional("complete") is { } complete && reader.Boolean(complete);
        var inputs = Columns(form.Required("inputs"));
        var outputs = Columns(form.Required("outputs"));
        var rows = reader.Items(form.Required("table")).Select((row, at) => Row(row, at + 1, inputs, outputs)).ToArray();
        PackText.Note(reader, form);
        form.Done();
        CheckInputs(inputs);

        // A table with errors in its cells cannot be indexed; it is never used, since the pack is refused.
        var table = new DecisionTable(
            name, hit, [.. inputs.Select(input => input.Column)], [.. outputs.Select(output => output.Column)],
            reader.Errors.Any ? [] : rows);
        return Checked(form, isComplete, table);
    }

    private List<(Column Column, PackScalar At)> Columns(PackNode? node)
    {
        var columns = new List<(Column, PackScalar)>();
        foreach (var (name, type) in reader.Entries(node))
        {
            columns.Add((new Column(name.Text, Type(name.Text, type)), name));
        }

        if (node is PackMapping && columns.Count == 0)
        {
            reader.Errors.Add(node, "SUP5010", "{ name: type }", node.Form);
        }

        return columns;
    }

    private ColumnType Type(string name, PackNode node)
    {
        if (node is PackScalar scalar && scales.TryGetValue(scalar.Text, out var scale))
        {
            _scaled[name] = scale;
            return ColumnType.OfWords(scale.Words);
        }

        if (node is PackSequence { Items.Count: > 0 })
        {
            return ColumnType.OfWords(reader.Words(node, []));
        }

        if (node is PackMapping)
        {
            return ColumnType.OfNumbers(Domain(node));
        }

        return reader.Word(node, "number", "boolean") is "number" ? ColumnType.OfScale(reader.Scale) : ColumnType.Boolean;
    }

    private NumberDomain Domain(PackNode node)
    {
        var form = reader.Object(node);
        decimal? min = form.Optional("min") is { } low ? reader.Number(low) : null;
        decimal? max = form.Optional("max") is { } high ? reader.Number(high) : null;
        var step = reader.Number(form.Required("step"));
        form.Done();
        if (step > 0 && (min is null || max is null || min <= max))
        {
            return new NumberDomain(min, max, step);
        }

        if (!reader.Errors.Any)
        {
            reader.Errors.Add(node, "SUP5036");
        }

        return new NumberDomain(null, null, 1);
    }

    private DecisionRow Row(
        PackNode node, int number, List<(Column Column, PackScalar At)> inputs, List<(Column Column, PackScalar At)> outputs)
    {
        var form = reader.Object(node);
        var tests = Cells(form.Required("if"), inputs)
            .Select(cell => new CellReader(reader).Read(cell.Cell, cell.Type)).ToArray();
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
            else if (known is null ? column.Type.IsNumber : !column.Type.Fits(known))
            {
                reader.Errors.Add(at, "SUP5010", known?.ToString() ?? "text", column.Type.ToString());
            }
        }
    }

    private DecisionTable Checked(PackObject form, bool isComplete, DecisionTable table)
    {
        if (!reader.Errors.Any)
        {
            new TableChecks(reader.Errors, form.Required("table")!, table).Run(isComplete);
        }

        return table;
    }
}
