using System.Security.Cryptography;
using System.Text;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Supervision.Benchmarks.Sampling;

/// <summary>What a .NET developer would write for the job without a promise. Only the hashed ones can be repeated by others.</summary>
internal sealed class DotNetPeers(string[] ids, double[] weights)
{
    private static readonly byte[] s_key = SHA256.HashData("key"u8);

    public int OrderByNewGuid(int k) => ids.OrderBy(_ => Guid.NewGuid()).Take(k).ToList().Count;

    public int OrderByRandom(int k)
    {
        var random = new Random(1);
        return ids.OrderBy(_ => random.Next()).Take(k).ToList().Count;
    }

    public int OrderByExponentialClock(int k)
    {
        var random = new Random(1);
        return Enumerable.Range(0, ids.Length).OrderBy(i => -Math.Log(1 - random.NextDouble()) / weights[i]).Take(k).ToList().Count;
    }

    /// <summary>The first 8 bytes of SHA-256(key ‖ id), by the base library.</summary>
    public int OrderByHashData(int k) => ids.OrderBy(Ticket).Take(k).ToList().Count;

    public ulong HashDataOnly() => ids.Aggregate(0UL, (sum, id) => sum ^ Ticket(id));

    public int PriorityQueue(int k)
    {
        var random = new Random(1);
        var queue = new PriorityQueue<int, double>(k + 1);
        for (var i = 0; i < ids.Length; i++)
        {
            var key = Math.Log(1 - random.NextDouble()) / weights[i];
            if (queue.Count < k)
            {
                queue.Enqueue(i, key);
            }
            else
            {
                queue.EnqueueDequeue(i, key);
            }
        }

        return queue.Count;
    }

    public int Shuffle(int k)
    {
        var copy = ids.ToArray();
        new Random(1).Shuffle(copy);
        return copy.Take(k).ToList().Count;
    }

    public int MathNetCombination(int k) =>
        Combinatorics.GenerateCombination(ids.Length, k, new Random(1)).Count(drawn => drawn);

    /// <summary>Weighted with replacement, doubles thrown away: the only weighted draw that MathNet has.</summary>
    public int MathNetCategorical(int k)
    {
        var (categorical, drawn) = (new Categorical(weights, new Random(1)), new HashSet<int>());
        while (drawn.Count < k)
        {
            drawn.Add(categorical.Sample());
        }

        return drawn.Count;
    }

    private static ulong Ticket(string id)
    {
        Span<byte> message = stackalloc byte[s_key.Length + id.Length];
        s_key.CopyTo(message);
        Encoding.ASCII.GetBytes(id, message[s_key.Length..]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message, digest);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(digest);
    }
}
