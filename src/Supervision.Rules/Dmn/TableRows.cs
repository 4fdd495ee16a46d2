using Supervision.Rules.Decisions;
using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>
/// The rows of a decision table that match. Rows of constants are found by bits, one search a column; a row with any other cell is
/// tested cell by cell, and so is every row when a value is not of its column's kind, so that no warning and no error is lost. Immutable.
/// </summary>
internal sealed class TableRows
{
    private readonly TableNode.Rule[] _rules;
    private readonly FeelKind?[] _kinds;
    private readonly Column[] _columns;
    private readonly RowMask _constant;
    private readonly int[] _others;

    public TableRows(TableNode.Rule[] rules, int inputs)
    {
        _rules = rules;
        var kinds = _kinds = [.. Enumerable.Range(0, inputs).Select(KindOf)];
        _constant = RowMask.Of(rules.Length, row => Enumerable.Range(0, inputs).All(at => TestOf(rules[row].Tests[at], kinds[at]) is not null));
        _others = [.. Enumerable.Range(0, rules.Length).Where(row => !_constant.Has(row))];
        _columns = [.. kinds.Select((kind, at) => Column.Of(kind, [.. rules.Select(rule => TestOf(rule.Tests[at], kind))]))];
    }

    /// <summary>Rows of constants only.</summary>
    public int Constants => _rules.Length - _others.Length;

    /// <summary>The 0-based rows that match, from the top.</summary>
    public List<int> Matching(FeelRun run, FeelFrame? frame, FeelValue[] values)
    {
        var left = _constant;
        for (var at = 0; at < _columns.Length && !left.IsEmpty; at++)
        {
            if (_columns[at].Find(values[at]) is not { } found)
            {
                return [.. Enumerable.Range(0, _rules.Length).Where(row => Matches(run, frame, row, values))];
            }

            left = left.And(found);
        }

        List<int> rows = [.. left.Rows];
        if (_others.Length > 0)
        {
            rows.AddRange(_others.Where(row => Matches(run, frame, row, values)));
            rows.Sort();
        }

        return rows;
    }

    /// <summary>What the rows get wrong as a whole; where a cell is no test of constants, that the table was not judged.</summary>
    public IEnumerable<DmnFinding> Findings(string name, DmnHitPolicy policy, TableNode.Input[] inputs, bool hasGaps)
    {
        if (_others.Length > 0)
        {
            return [new DmnFinding(name, DmnFindingKind.NotJudged, [.. _others.Select(row => row + 1)], "")];
        }

        var columns = inputs.Select((input, at) =>
        {
            var allowed = (input.Allowed ?? input.Expression.Type.Allowed)?.Node;
            var kind = _kinds[at] ?? (allowed is null ? null : KindOf([allowed]));
            return (
                input.Name, kind,
                Array.ConvertAll(_rules, rule => TestOf(rule.Tests[at], kind)!),
                allowed is null || kind is null ? null : TestOf(allowed, kind));
        });
        return new TableFindings(name, [.. columns]).All(policy, hasGaps);
    }

    private bool Matches(FeelRun run, FeelFrame? frame, int row, FeelValue[] values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            if (!_rules[row].Tests[at].Evaluate(run, new FeelFrame([values[at]], frame)).IsTrue)
            {
                return false;
            }
        }

        return true;
    }

    // The kind of the first constant in a column; cells of another kind are tested one by one.
    private FeelKind? KindOf(int column) => KindOf(_rules.Select(rule => rule.Tests[column]));

    private static FeelKind? KindOf(IEnumerable<FeelNode> cells) => cells.OfType<UnaryTestsNode>()
        .SelectMany(cell => cell.Tests).Select(test => Leaf(test.Node))
        .FirstOrDefault(leaf => leaf is { Kind: FeelKind.Number or FeelKind.Text or FeelKind.Boolean })?.Kind;

    private static FeelValue? Leaf(FeelNode node) => node is ConstantNode constant ? constant.Value : node.Parts.Count > 0 ? Leaf(node.Parts[0]) : null;

    // Null for a cell that is not made of constants of the kind.
    private static UnaryTest? TestOf(FeelNode cell, FeelKind? kind)
    {
        if (cell is not UnaryTestsNode { Tests: var tests } node)
        {
            return null;
        }

        if (tests.Count == 0)
        {
            return new UnaryTest("-", null, null);
        }

        if (tests.Any(test => test.UsesInput || !IsOf(test.Node, kind)))
        {
            return null;
        }

        if (kind == FeelKind.Number)
        {
            var intervals = tests.Select(test => ConstantTests.Intervals(test.Node)).ToList();
            Interval[] all = intervals.Contains(null) ? [] : [.. intervals.SelectMany(one => one!)];
            return all.Length == 0 ? null : new UnaryTest("", node.IsNegated ? ConstantTests.Outside(all) : all, null);
        }

        var words = tests.Select(test => ConstantTests.Words(test.Node)).ToList();
        return words.Contains(null) ? null : new UnaryTest(node.IsNegated ? "not" : "", null, [.. words.SelectMany(one => one!)]);
    }

    private static bool IsOf(FeelNode node, FeelKind? kind) =>
        node is ConstantNode constant ? constant.Value.Kind == kind : node.Parts.Count > 0 && node.Parts.All(part => IsOf(part, kind));

    /// <summary>One column: the rows that a value passes.</summary>
    private sealed class Column(FeelKind? kind, NumberBounds? bounds, RowMask[] segments, Dictionary<string, RowMask> words, RowMask others)
    {
        public static Column Of(FeelKind? kind, UnaryTest?[] tests)
        {
            if (kind == FeelKind.Number)
            {
                var numbers = new ColumnSegments(new Decisions.Column("", ColumnType.AnyNumber), [.. tests.Select(test => test ?? new UnaryTest("", [], null))]);
                return new Column(kind, numbers.Bounds, [.. numbers.Masks], [], RowMask.Of(0, _ => false));
            }

            var known = tests.SelectMany(test => test?.Words ?? []).Distinct(StringComparer.Ordinal);
            return new Column(
                kind, null, [],
                known.ToDictionary(word => word, word => RowMask.Of(tests.Length, row => Passes(tests[row], word)), StringComparer.Ordinal),
                RowMask.Of(tests.Length, row => Passes(tests[row], null)));
        }

        /// <summary>The rows that a value passes, or null where the value is of another kind than the column.</summary>
        public RowMask? Find(in FeelValue value)
        {
            if (kind is null)
            {
                return others;
            }

            if (value.Kind != kind)
            {
                return null;
            }

            return bounds is not null ? segments[bounds.SegmentOf(value.Number)]
                : words.GetValueOrDefault(kind == FeelKind.Text ? value.Text : value.IsTrue ? "true" : "false", others);
        }

        // A word that no cell names passes "-" and what is negated.
        private static bool Passes(UnaryTest? test, string? word) =>
            test is not null && (test.IsAnything || test.Words!.Contains(word, StringComparer.Ordinal) != (test.Text == "not"));
    }
}
