using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Hashing;

namespace Supervision.Benchmarks.Storage;

/// <summary>A proof in a journal of a million entries, beside the read of one row by its key, and beside a proof over all leaves.</summary>
internal static class ProofRates
{
    private const int Entries = 1_000_000;
    private const int Proofs = 200;

    public static async Task RunAsync(ServiceProvider provider, PlainFloor floor, Func<int, Task> append)
    {
        for (var i = 0; (await HeadAsync(provider)).Size < Entries; i++)
        {
            await append(i);
        }

        var size = (await HeadAsync(provider)).Size;
        var chance = new Random(1);
        long[] places = [.. Enumerable.Range(0, Proofs).Select(_ => chance.NextInt64(size))];
        await ProveAsync(provider, places[0]);
        var ours = await StorageRates.SecondsAsync(async () =>
        {
            foreach (var place in places)
            {
                await ProveAsync(provider, place);
            }
        });
        await floor.ReadAsync(1);
        var plain = await StorageRates.SecondsAsync(async () =>
        {
            foreach (var place in places)
            {
                await floor.ReadAsync(place % 1_000);
            }
        });
        var whole = await StorageRates.SecondsAsync(() => ProveOverAllAsync(provider, places[0]));
        StorageRates.Line($"proof in a journal of {size:n0}: {1000 * ours / Proofs:n2} ms; plain read of one row {1000 * plain / Proofs:n3} ms; ours ÷ plain {ours / plain:n1}; over all leaves {1000 * whole:n0} ms");
    }

    private static async Task<JournalHead> HeadAsync(ServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IJournalReader>().HeadAsync(CancellationToken.None);
    }

    private static async Task ProveAsync(ServiceProvider provider, long place)
    {
        await using var scope = provider.CreateAsyncScope();
        var proof = await JournalProof.OfAsync(scope.ServiceProvider.GetRequiredService<IJournalReader>(), place, CancellationToken.None);
        if (!proof.OrThrow().Holds)
        {
            throw new InvalidOperationException($"The proof of entry {place} does not hold: nothing was measured.");
        }
    }

    // What a proof took before subtrees were kept.
    private static async Task ProveOverAllAsync(ServiceProvider provider, long place)
    {
        await using var scope = provider.CreateAsyncScope();
        var leaves = new List<Digest>();
        await foreach (var entry in scope.ServiceProvider.GetRequiredService<IJournalReader>().ReadAsync(0, CancellationToken.None))
        {
            leaves.Add(entry.LeafHash);
        }

        MerkleTree.InclusionPath(HashKind.Sha256, leaves.ToArray(), (int)place);
    }
}
