using System.Runtime.CompilerServices;
using Supervision.Audit;
using Supervision.Hashing;

namespace Supervision.Core.Tests.Audit;

internal static class Journals
{
    /// <summary>An intact journal of so many entries.</summary>
    public static ListJournal Of(int size, string key = "K", HashKind hash = HashKind.Sha256)
    {
        var entries = Enumerable.Range(0, size).Select(i => JournalEntry.At(i, new JournalRecord(
            "test.done", $"{key}{i}", new Actor("o1", "a1"),
            new DateTimeOffset(2026, 3, 2, 9, 0, i % 60, TimeSpan.FromHours(8)), $"{{\"n\":{i},\"name\":\"义乌\"}}"), hash)).ToList();
        var tree = new MerkleFrontier(hash);
        entries.ForEach(entry => tree.Append(entry.LeafHash));
        return new ListJournal(entries, new JournalHead(tree.Count, tree.Root()) { Hash = hash });
    }
}

internal sealed class ListJournal(List<JournalEntry> entries, JournalHead head) : IJournalReader
{
    public List<JournalEntry> Entries => entries;

    public JournalHead Head => head;

    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        long fromIndex, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var entry in entries.Skip((int)fromIndex))
        {
            yield return entry;
        }
    }

    /// <summary>Roots of subtrees that are kept otherwise than the entries make them, by height and place.</summary>
    public Dictionary<(int Height, long Place), Digest> Forged { get; } = [];

    /// <summary>How many hashes were asked for.</summary>
    public int NodesRead { get; private set; }

    public Task<IReadOnlyList<Digest>> NodesAsync(int height, long first, int count, CancellationToken cancellationToken)
    {
        var found = new List<Digest>();
        for (var place = first; place < first + count && (place + 1) << height <= entries.Count; place++)
        {
            found.Add(Forged.TryGetValue((height, place), out var forged)
                ? forged : MerkleTree.Root(head.Hash, [.. entries.Skip((int)(place << height)).Take(1 << height).Select(entry => entry.LeafHash)]));
        }

        NodesRead += found.Count;
        return Task.FromResult<IReadOnlyList<Digest>>(found);
    }

    public Task<JournalHead> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(head);
}
