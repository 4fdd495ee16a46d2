namespace Supervision.Coordination;

/// <summary>A line of an agency's yearly plan 年度检查计划: an item, its subjects and how often. Immutable.</summary>
/// <param name="ItemCode">Item.</param>
/// <param name="SubjectIds">Subjects: drawn ones, or all of them.</param>
/// <param name="Frequency">Checks of each subject within the window, 1 to 12.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record YearlyPlanLine(
    string ItemCode, IReadOnlyList<string> SubjectIds, int Frequency, DateOnly From, DateOnly To)
{
    /// <summary>Officers who are sent to each check.</summary>
    public int Officers { get; init; } = 2;

    /// <summary>Whether a law demands this frequency.</summary>
    public bool IsStatutory { get; init; }

    /// <summary>Whether the item is a key one.</summary>
    public bool IsKey { get; init; }
}
