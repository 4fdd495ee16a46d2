namespace Supervision.Web.Api;

/// <summary>Which page of a list is asked for: pages go by key, so that none is missed or shown twice while others write.</summary>
/// <param name="After">Key of the last row that the client has; null for the first page.</param>
/// <param name="Limit">Most rows, 1 to <see cref="MostRows"/>.</param>
internal sealed record ApiPage(string? After, int Limit)
{
    public const int MostRows = 200;

    /// <summary>The page of a list that is short enough to be read whole, in ordinal order of its keys.</summary>
    public IReadOnlyList<T> Of<T>(IEnumerable<T> rows, Func<T, string> key) =>
    [
        .. rows.OrderBy(key, StringComparer.Ordinal).Where(row => After is null || string.CompareOrdinal(key(row), After) > 0).Take(Limit),
    ];
}
