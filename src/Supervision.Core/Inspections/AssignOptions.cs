namespace Supervision.Inspections;

/// <summary>How officers are assigned. All of it is fixed before the matching is announced. Immutable.</summary>
public sealed record AssignOptions
{
    /// <summary>Most tasks an officer may have, open ones included: 1 to 65,535. Null: one more than the smallest that does.</summary>
    public int? Cap { get; init; }

    /// <summary>Whether another station inspects than the one whose area it is (所所交叉).</summary>
    public bool IsCrossStation { get; init; }

    /// <summary>Officers who inspected a subject on or after this day do not inspect it now (rotation); null for none.</summary>
    public DateOnly? RotateSince { get; init; }

    /// <summary>
    /// Further items, by code, inspected on the same visit (联合抽查): each subject gets one more task for each, of the agency with
    /// power in that item's field.
    /// </summary>
    public IReadOnlyList<string> JointItems { get; init; } = [];

    /// <summary>32 secret bytes: the leaves of roster, task list and recusals are salted with them. Empty: leaves are plain.</summary>
    public ReadOnlyMemory<byte> ListSecret { get; init; }
}
