namespace Supervision.Decisions;

/// <summary>Goes through a list that a store gives a page at a time, by the key of the last row seen.</summary>
internal static class Pages
{
    /// <summary>Every page, the last one perhaps empty.</summary>
    /// <param name="pageAfter">The page after a key; null for the first.</param>
    /// <param name="keyOf">The key of a row.</param>
    /// <param name="size">Rows of a full page.</param>
    public static async IAsyncEnumerable<IReadOnlyList<T>> AllAsync<T>(Func<string?, Task<IReadOnlyList<T>>> pageAfter, Func<T, string> keyOf, int size)
    {
        for (string? last = null; ;)
        {
            var page = await pageAfter(last).ConfigureAwait(false);
            yield return page;
            if (page.Count < size)
            {
                yield break;
            }

            last = keyOf(page[^1]);
        }
    }
}
