using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel;

/// <summary>One evaluation: its inputs, what it may still cost, and what it had to warn of. Not thread-safe.</summary>
internal class FeelRun(FeelMode mode, FeelLimits limits, FeelValue[] roots, FeelDateTime? now)
{
    private const int MostWarnings = 100;

    private List<FeelError>? _warnings;
    private int _steps = limits.Steps;
    private int _depth = limits.Depth;

    public FeelMode Mode { get; } = mode;

    /// <summary>The values of the free names, by place; those of the function that runs.</summary>
    public FeelValue[] Roots { get; set; } = roots;

    /// <summary>What now() gives, or null when the caller gave no date.</summary>
    public FeelDateTime? Now { get; } = now;

    /// <summary>Where decision tables tell which rows matched, or null.</summary>
    public List<Dmn.DmnTableTrace>? Tables { get; init; }

    public IReadOnlyList<FeelError> Warnings => _warnings ?? [];

    public int StepsTaken => limits.Steps - _steps;

    /// <summary>Begins another evaluation with all that it may cost.</summary>
    protected void Restart() => (_steps, _depth) = (limits.Steps, limits.Depth);

    /// <summary>Counts steps before they are taken.</summary>
    public void Charge(FeelNode at, int steps)
    {
        _steps -= Math.Min(steps, limits.Steps);
        if (_steps < 0)
        {
            throw Fault(at, "SUP5125", FeelText.Of(limits.Steps));
        }
    }

    /// <summary>Makes sure that so many nodes more can be in progress; the caller gives them back with <see cref="Leave"/>.</summary>
    public void Enter(FeelNode at, int nodes)
    {
        if (nodes > _depth)
        {
            throw Fault(at, "SUP5126", FeelText.Of(limits.Depth));
        }

        _depth -= nodes;
    }

    public void Leave(int nodes) => _depth += nodes;

    /// <summary>What FEEL makes null: null with a warning, or an error in strict mode.</summary>
    public FeelValue Null(FeelNode at, string code, params string[] arguments)
    {
        if (Mode == FeelMode.Strict)
        {
            throw Fault(at, code, arguments);
        }

        _warnings ??= [];
        if (_warnings.Count < MostWarnings)
        {
            _warnings.Add(at.Place.Error(code, arguments));
        }

        return default;
    }

    /// <summary>A list, unless it is deeper than values may be.</summary>
    public FeelValue List(FeelNode at, FeelValue[] items)
    {
        var list = new FeelList(items);
        return list.Depth > limits.Nesting ? throw Fault(at, "SUP5126", FeelText.Of(limits.Nesting)) : FeelValue.Of(list);
    }

    /// <summary>A context, unless it is deeper than values may be.</summary>
    public FeelValue Context(FeelNode at, FeelContext.Builder entries)
    {
        var context = entries.Build();
        return context.Depth > limits.Nesting ? throw Fault(at, "SUP5126", FeelText.Of(limits.Nesting)) : context;
    }

    public FeelException Fault(FeelNode at, string code, params string[] arguments) => new(at.Place.Error(code, arguments));
}
