namespace Supervision.DecisionSupport;

/// <summary>
/// Counts of one attribute. Given that n of a cell's N were drawn, an honest draw picks every n of them with equal chance, so that the
/// counts of groups inside the cell are hypergeometric, whatever the scheme's cell sizes were.
/// </summary>
internal sealed class GroupTally
{
    private readonly List<string> _groups = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cell> _open = new(StringComparer.Ordinal);
    private readonly List<double> _expected = [];
    private readonly List<long> _drawn = [];
    private readonly List<long> _eligible = [];
    private readonly Dictionary<(int, int), double> _covariance = [];

    public void Add(string cell, string group, bool isDrawn)
    {
        if (!_indexes.TryGetValue(group, out var index))
        {
            index = _groups.Count;
            _indexes.Add(group, index);
            _groups.Add(group);
            _expected.Add(0);
            _drawn.Add(0);
            _eligible.Add(0);
        }

        if (!_open.TryGetValue(cell, out var counts))
        {
            _open.Add(cell, counts = new Cell());
        }

        counts.Add(index, isDrawn);
    }

    /// <summary>Closes the cells of a draw.</summary>
    public void EndDraw()
    {
        foreach (var cell in _open.Values)
        {
            Close(cell);
        }

        _open.Clear();
    }

    public FairnessTest Test(FairnessTestKind kind, string attribute)
    {
        int[] groups = [.. Enumerable.Range(0, _groups.Count).Where(group => Covariance(group, group) > 0)];
        var (statistic, freedom) = groups.Length < 2 ? (0, 0) : Statistic(groups);
        return new FairnessTest(
            kind, attribute, statistic, freedom, freedom == 0 ? null : Tail.ChiSquare(statistic, freedom),
            [.. Enumerable.Range(0, _groups.Count).OrderBy(group => _groups[group], StringComparer.Ordinal).Select(Row)]);
    }

    private FairnessRow Row(int group)
    {
        var variance = Covariance(group, group);
        return new FairnessRow(
            _groups[group], _eligible[group], _expected[group], _drawn[group],
            variance > 0 ? Tail.Normal((_drawn[group] - _expected[group]) / Math.Sqrt(variance)) : null);
    }

    private void Close(Cell cell)
    {
        double all = cell.Eligible;
        double drawn = cell.Drawn;
        var spread = all > 1 ? drawn * (all - drawn) / (all * all * (all - 1)) : 0;
        foreach (var (group, (eligible, taken)) in cell.Groups)
        {
            _expected[group] += drawn * eligible / all;
            _drawn[group] += taken;
            _eligible[group] += eligible;
            if (spread > 0)
            {
                foreach (var (other, (others, _)) in cell.Groups)
                {
                    var share = group == other ? eligible * (all - eligible) : -(double)eligible * others;
                    _covariance[(group, other)] = Covariance(group, other) + (spread * share);
                }
            }
        }
    }

    private double Covariance(int one, int other) => _covariance.GetValueOrDefault((one, other));

    // dᵀ C⁻ d. Groups that never shared a cell make C fall apart into blocks, each of which lacks one rank: elimination finds them.
    private (double Statistic, int Freedom) Statistic(int[] groups)
    {
        var size = groups.Length;
        var rows = new double[size][];
        for (var i = 0; i < size; i++)
        {
            rows[i] = [.. groups.Select(other => Covariance(groups[i], other)), _drawn[groups[i]] - _expected[groups[i]]];
        }

        var (statistic, freedom) = (0.0, 0);
        for (var i = 0; i < size; i++)
        {
            var pivot = rows[i][i];
            if (pivot <= 1e-9 * Covariance(groups[i], groups[i]))
            {
                continue;
            }

            statistic += rows[i][size] * rows[i][size] / pivot;
            freedom++;
            for (var below = i + 1; below < size; below++)
            {
                var factor = rows[below][i] / pivot;
                for (var column = i; factor != 0 && column <= size; column++)
                {
                    rows[below][column] -= factor * rows[i][column];
                }
            }
        }

        return (statistic, freedom);
    }

    private sealed class Cell
    {
        public Dictionary<int, (int Eligible, int Drawn)> Groups { get; } = [];

        public int Eligible { get; private set; }

        public int Drawn { get; private set; }

        public void Add(int group, bool isDrawn)
        {
            var (eligible, drawn) = Groups.GetValueOrDefault(group);
            Groups[group] = (eligible + 1, drawn + (isDrawn ? 1 : 0));
            Eligible++;
            Drawn += isDrawn ? 1 : 0;
        }
    }
}
