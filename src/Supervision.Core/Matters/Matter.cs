namespace Supervision.Matters;

/// <summary>
/// A matter 办件 that agencies pass between them until it is done: a warning, an event, a promise, a point notice. One shape and one
/// mechanism for all kinds. Immutable; each step gives a new one.
/// </summary>
public sealed record Matter
{
    /// <summary>Identifier, 1 to 48 characters: its parts and tasks append to it.</summary>
    public required string Id { get; init; }

    /// <summary>Kind.</summary>
    public required MatterKind Kind { get; init; }

    /// <summary>The agency whose turn it is.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The agency that it came from and that is told the result.</summary>
    public required string OriginAgencyId { get; init; }

    /// <summary>The subject, or null when it is about a place or not known yet.</summary>
    public string? SubjectId { get; init; }

    /// <summary>What sort of thing within the kind: the model, the origin of an event, the licence item, the kind of list.</summary>
    public required string Category { get; init; }

    /// <summary>What it is about, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>What it repeats when it comes again; empty when nothing is the same.</summary>
    public string Cause { get; init; } = "";

    /// <summary>The matter it is a part or a consequence of.</summary>
    public string? ParentId { get; init; }

    /// <summary>When it began: a complaint was received, a signal came.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Facts by name, the latest value of each.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where it stands.</summary>
    public required MatterState State { get; init; }

    /// <summary>The running clock; null when nothing is due.</summary>
    public MatterClock? Clock { get; init; }

    /// <summary>Agencies that take part, and so may see it.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>What happened to it, oldest first.</summary>
    public IReadOnlyList<MatterStep> Steps { get; init; } = [];

    /// <summary>Counts the saved states, from 1.</summary>
    public int Version => Steps.Count + 1;

    /// <summary>
    /// Whether somebody of its agency has to act: on a warning or an event until it is closed, on the rest while a clock runs that is not the subject's
    /// own, and on a proposal until it is decided.
    /// </summary>
    public bool IsWaiting => State != MatterState.Closed
        && (Kind is MatterKind.Warning or MatterKind.Event || State == MatterState.Proposed || (Clock is not null && !IsTurnOfSubject));

    // A task that it does itself, and what was pushed to it.
    private bool IsTurnOfSubject => State == MatterState.Assigned || (Kind == MatterKind.Receipt && Category == nameof(MatterKind.Push));

    /// <summary>When it last moved.</summary>
    public DateTimeOffset LastAt => Steps.Count == 0 ? OpenedAt : Steps[^1].Entry.At;

    /// <summary>Escalations, oldest first.</summary>
    public IEnumerable<MatterStep> Escalations => Steps.Where(step => step.Entry.Trigger == MatterTrigger.Escalate);

    /// <summary>A fact, or null.</summary>
    public string? Fact(string name) => Facts.GetValueOrDefault(name);

    /// <summary>Whether the running clock is over at an instant.</summary>
    public bool IsOverdueAt(DateTimeOffset instant) => Clock is { Rung: > 0 } || (Clock is { DueAt: { } due } && instant >= due);

    /// <summary>The last step with a trigger, or null.</summary>
    public MatterStep? Last(MatterTrigger trigger) => Steps.LastOrDefault(step => step.Entry.Trigger == trigger);
}
