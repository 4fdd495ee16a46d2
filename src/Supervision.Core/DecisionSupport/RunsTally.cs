namespace Supervision.DecisionSupport;

/// <summary>
/// Runs of drawn and of not drawn subjects in the order of their ids, cell by cell: too few mean clumps (a block of the register was
/// taken), too many mean that every k-th was taken.
/// </summary>
internal sealed class RunsTally
{
    private readonly Dictionary<string, (int All, int Drawn, int Runs, bool Last)> _open = new(StringComparer.Ordinal);
    private double _surplus;
    private double _variance;

    public void Add(string cell, bool isDrawn)
    {
        var (all, drawn, runs, last) = _open.GetValueOrDefault(cell);
        _open[cell] = (all + 1, drawn + (isDrawn ? 1 : 0), runs + (all == 0 || last != isDrawn ? 1 : 0), isDrawn);
    }

    public void EndDraw()
    {
        foreach (var (all, drawn, runs, _) in _open.Values)
        {
            double n = all;
            var both = 2.0 * drawn * (all - drawn);
            _surplus += runs - 1 - (both / n);
            _variance += all > 1 ? both * (both - n) / (n * n * (n - 1)) : 0;
        }

        _open.Clear();
    }

    public FairnessTest Test()
    {
        var z = _variance > 0 ? _surplus / Math.Sqrt(_variance) : 0;
        return new FairnessTest(FairnessTestKind.Runs, "", z, 0, _variance > 0 ? Tail.Normal(z) : null, []);
    }
}
