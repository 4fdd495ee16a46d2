using System.Runtime.CompilerServices;

namespace Supervision.Web.Publication;

/// <summary>A list that is read by key, as one stream: a page is read when the one before it is used up, so that no list is ever in memory.</summary>
internal static class PageByPage
{
    /// <summary>All rows in the order of the pages.</summary>
    /// <param name="readAsync">Reads the page after a key (null: the first), and gives the key to go on after; null when that is all.</param>
    /// <param name="cancellationToken">Gives up before the next page.</param>
    public static async IAsyncEnumerable<T> AllAsync<T>(
        Func<string?, CancellationToken, Task<(IReadOnlyList<T> Page, string? Next)>> readAsync, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            (var page, after) = await readAsync(after, cancellationToken);
            foreach (var row in page)
            {
                yield return row;
            }
        }
        while (after is not null);
    }

    /// <summary>A page with the key to go on after: that of its last row, where the page is full.</summary>
    public static (IReadOnlyList<T> Page, string? Next) Of<T>(IReadOnlyList<T> page, int size, Func<T, string> key) => (page, page.Count == size ? key(page[^1]) : null);
}
