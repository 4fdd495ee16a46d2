namespace Supervision.DecisionSupport;

/// <summary>
/// Looks for bias in draws that were made, ours or others': it needs only who could be drawn and who was. It asks whether groups, earlier
/// visits, places in the register or pairs of officers turn up more or less often than chance lets them. A draw by a published method is
/// better verified by recomputing it; the audit is for all the others, and for what stands before a draw.
/// </summary>
/// <remarks>Not thread-safe. Holds counts, and the ids of subjects that were drawn; equal input gives equal reports.</remarks>
public sealed class FairDrawAudit
{
    private readonly string[] _attributes;
    private readonly GroupTally[] _groups;
    private readonly GroupTally _repeats = new();
    private readonly RunsTally _runs = new();
    private readonly PairTally _pairs = new();
    private readonly HashSet<string> _drawnBefore = new(StringComparer.Ordinal);
    private readonly List<string> _drawnNow = [];
    private long _redrawn;
    private long _drawn;

    /// <summary>An empty audit.</summary>
    /// <param name="attributes">What makes groups, such as "agency" or "industry"; may be empty.</param>
    public FairDrawAudit(params string[] attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        _attributes = [.. attributes];
        _groups = [.. attributes.Select(_ => new GroupTally())];
    }

    /// <summary>Adds one subject of the draw at hand that could be drawn. Subjects come in the order of their ids.</summary>
    /// <param name="subjectId">Subject.</param>
    /// <param name="cell">The cell inside which all have the same chance.</param>
    /// <param name="isDrawn">Whether it was drawn.</param>
    /// <param name="groups">Its group for each attribute, in their order.</param>
    /// <exception cref="ArgumentException">There are more or fewer groups than attributes.</exception>
    public void Add(string subjectId, string cell, bool isDrawn, params ReadOnlySpan<string> groups)
    {
        ArgumentException.ThrowIfNullOrEmpty(subjectId);
        ArgumentNullException.ThrowIfNull(cell);
        if (groups.Length != _groups.Length)
        {
            throw new ArgumentException($"There are {groups.Length} groups for {_groups.Length} attributes.", nameof(groups));
        }

        for (var i = 0; i < groups.Length; i++)
        {
            _groups[i].Add(cell, groups[i], isDrawn);
        }

        _repeats.Add(cell, _drawnBefore.Contains(subjectId) ? "before" : "new", isDrawn);
        _runs.Add(cell, isDrawn);
        if (isDrawn)
        {
            _drawnNow.Add(subjectId);
            _drawn++;
        }
    }

    /// <summary>Ends the draw at hand: what was drawn in it counts as drawn before from here on.</summary>
    public void EndDraw()
    {
        foreach (var group in _groups)
        {
            group.EndDraw();
        }

        _repeats.EndDraw();
        _runs.EndDraw();
        _drawnBefore.UnionWith(_drawnNow);
        _drawnNow.Clear();
    }

    /// <summary>Adds the two officers of a task.</summary>
    /// <param name="pool">Officers of one pool can replace each other: the department, with the item where it needs a qualification.</param>
    /// <param name="lead">The one who leads.</param>
    /// <param name="second">The other one.</param>
    public void AddTeam(string pool, string lead, string second) => _pairs.Add(pool, lead, second);

    /// <summary>Counts a subject or an officer of the draws who was replaced.</summary>
    public void AddRedraw() => _redrawn++;

    /// <summary>The result so far.</summary>
    /// <exception cref="InvalidOperationException">A draw was not ended.</exception>
    public FairDrawReport Report()
    {
        if (_drawnNow.Count > 0)
        {
            throw new InvalidOperationException("The last draw was not ended: call EndDraw first.");
        }

        return new FairDrawReport(
            [
                .. _groups.Select((tally, at) => tally.Test(FairnessTestKind.Inclusion, _attributes[at])),
                _repeats.Test(FairnessTestKind.Repeats, ""),
                _runs.Test(),
                _pairs.Test(),
            ],
            _redrawn, _drawn);
    }
}
