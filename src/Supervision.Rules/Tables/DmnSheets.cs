using System.Text;
using System.Xml;
using System.Xml.Linq;
using Supervision.Decisions;
using Supervision.Rules.Differences;
using Supervision.Rules.Dmn;
using Supervision.Rules.Feel;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Tables;

/// <summary>The decision tables of a DMN model as sheets. What a sheet has no place for (ids, annotations, layout) stays as it is.</summary>
internal static class DmnSheets
{
    public static IReadOnlyList<TableSheet> Export(string name, ReadOnlyMemory<byte> bytes)
    {
        Problems(name, bytes);
        return [.. Tables(Parse(bytes).Root!).Select(table => Sheet(table.Name, table.Xml))];
    }

    public static byte[] Import(string name, ReadOnlyMemory<byte> bytes, TableSheet sheet)
    {
        var errors = new PackErrors(name);
        var before = Problems(name, bytes);
        var document = Parse(bytes);
        var tables = Tables(document.Root!).ToList();
        var table = tables.Find(one => string.Equals(one.Name, sheet.Table, StringComparison.Ordinal)).Xml;
        if (table is null)
        {
            errors.Add(0, 0, "", "SUP5600", sheet.Table, string.Join(", ", tables.Select(one => one.Name)));
            throw errors.Exception();
        }

        var known = Sheet(sheet.Table, table);
        var rows = TableSheets.Ordered(errors, known, sheet);
        if (known.Rows.Count == rows.Count && known.Rows.Zip(rows).All(pair => pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal)))
        {
            return bytes.ToArray();
        }

        Replace(table, known, rows);
        var changed = Write(document, bytes.Span);
        var after = Problems(name, changed);
        if (after.Count > before.Count)
        {
            throw new RulePackException([.. after.Where(one => before.All(old => old.ToString() != one.ToString())).Select(one => new RulePackError(
                name, one.Line, one.Column, sheet.Table, "SUP5603",
                Message.Of("SUP5603", "-", one.Source, one.Code, one.Message.ToString())))]);
        }

        return changed;
    }

    /// <summary>What is wrong with the model; a model that cannot be read at all is refused.</summary>
    private static IReadOnlyList<FeelError> Problems(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return DmnModel.Load(name, bytes, FeelMode.Standard).Problems;
        }
        catch (FeelException problem)
        {
            throw new RulePackException([.. problem.Errors.Select(error => new RulePackError(name, error.Line, error.Column, error.Source, error.Code, error.Message))]);
        }
    }

    // The loader has looked at size, depth and document types already.
    private static XDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(bytes.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static byte[] Write(XDocument document, ReadOnlySpan<byte> original)
    {
        var text = Encoding.UTF8.GetString(original);
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: original.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])),
            NewLineHandling = NewLineHandling.None,
            OmitXmlDeclaration = !text.Contains("<?xml", StringComparison.Ordinal),
        }))
        {
            document.Save(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>Tables by the name of what holds them; a second one of a name is told apart by its number.</summary>
    private static IEnumerable<(string Name, XElement Xml)> Tables(XElement root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in root.Descendants(root.Name.Namespace + "decisionTable"))
        {
            var named = table.Ancestors().Select(above => above.NameOf()).FirstOrDefault(name => name.Length > 0) ?? "";
            var name = named;
            for (var at = 2; !names.Add(name); at++)
            {
                name = $"{named} ({Invariant.Text(at)})";
            }

            yield return (name, table);
        }
    }

    private static TableSheet Sheet(string name, XElement table)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var inputs = table.Children("input").Select(input => Own(names, TextOf(input.Child("inputExpression")), input.Attribute("label", "")));
        var outputs = table.Children("output").Select(output => Own(names, TableSheet.OutputMark + output.Attribute("name", name), output.Attribute("label", "")));
        return new TableSheet(
            name, [.. inputs, .. outputs, TableSheet.NoteColumn],
            [.. table.Children("rule").Select(rule => (IReadOnlyList<string>)[.. Cells(rule).Select(TextOf), rule.Child("description")?.Value ?? ""])]);
    }

    private static string Own(HashSet<string> names, string name, string label)
    {
        var own = name.Length == 0 ? label : name;
        for (var at = 2; !names.Add(own); at++)
        {
            own = $"{name} ({Invariant.Text(at)})";
        }

        return own;
    }

    private static IEnumerable<XElement> Cells(XElement rule) => rule.Children("inputEntry").Concat(rule.Children("outputEntry"));

    private static string TextOf(XElement? element) => element?.Child("text")?.Value ?? "";

    private static void Replace(XElement table, TableSheet known, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var rules = table.Children("rule").ToList();
        var inputs = table.Children("input").Count();
        var ids = table.Document!.Descendants().Select(one => one.Attribute("id", "")).ToHashSet(StringComparer.Ordinal);
        var pairs = Pairing.InOrder([.. known.Rows.Select(Joined)], [.. rows.Select(Joined)]).ToList();
        var result = pairs.Where(pair => pair.After is not null).OrderBy(pair => pair.After).Select(pair =>
            Filled(pair.Before is { } old ? rules[old] : New(table, known.Columns.Count - 1, inputs, ids), rows[pair.After!.Value])).ToList();
        var space = rules.Count > 0 ? rules[0].PreviousNode as XText : null;
        foreach (var rule in rules)
        {
            if (rule.PreviousNode is XText blank && string.IsNullOrWhiteSpace(blank.Value) && !ReferenceEquals(blank, space))
            {
                blank.Remove();
            }

            rule.Remove();
        }

        // Annotation columns and the like stand before the rules, so the rules follow what is left.
        var after = (XNode?)space ?? table.Elements().LastOrDefault();
        foreach (var rule in result)
        {
            if (ReferenceEquals(rule, result[0]) || space is null)
            {
                Put(rule);
                continue;
            }

            Put(new XText(space.Value));
            Put(rule);
        }

        void Put(XNode node)
        {
            if (after is null)
            {
                table.AddFirst(node);
            }
            else
            {
                after.AddAfterSelf(node);
            }

            after = node;
        }
    }

    private static XElement Filled(XElement rule, IReadOnlyList<string> row)
    {
        foreach (var (cell, text) in Cells(rule).Zip(row))
        {
            var at = cell.Child("text");
            if (at is null)
            {
                cell.Add(new XElement(cell.Name.Namespace + "text", text));
            }
            else if (!string.Equals(at.Value, text, StringComparison.Ordinal))
            {
                at.Value = text;
            }
        }

        var note = rule.Child("description");
        if (row[^1].Length == 0)
        {
            note?.Remove();
        }
        else if (note is null)
        {
            rule.AddFirst(new XElement(rule.Name.Namespace + "description", row[^1]));
        }
        else if (!string.Equals(note.Value, row[^1], StringComparison.Ordinal))
        {
            note.Value = row[^1];
        }

        return rule;
    }

    private static XElement New(XElement table, int cells, int inputs, HashSet<string> ids)
    {
        var space = table.Name.Namespace;
        return new XElement(
            space + "rule", new XAttribute("id", Id("rule")),
            Enumerable.Range(0, cells).Select(at => new XElement(
                space + (at < inputs ? "inputEntry" : "outputEntry"), new XAttribute("id", Id("cell")), new XElement(space + "text"))));

        string Id(string kind)
        {
            for (var at = 1; ; at++)
            {
                if (ids.Add($"{kind}_new_{Invariant.Text(at)}"))
                {
                    return $"{kind}_new_{Invariant.Text(at)}";
                }
            }
        }
    }

    private static string Joined(IReadOnlyList<string> row) => string.Join('\u001f', row);
}
