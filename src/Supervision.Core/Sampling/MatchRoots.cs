using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Merkle roots of what a matching starts from, published before its beacon. A salted leaf ends with its salt. Lists may be
/// given in any order; the tree has them in the order that each member states. Ids sort by their bytes.
/// </summary>
internal static class MatchRoots
{
    /// <summary>
    /// Roster, by officer id; leaf = H(0x00 ‖ lp8(id) ‖ lp8(department) ‖ u16(load) ‖ u8(#items) ‖ lp8(item)…), items by bytes.
    /// </summary>
    public static Digest Roster(HashKind kind, IEnumerable<MatchOfficer> officers)
    {
        ArgumentNullException.ThrowIfNull(officers);
        return Root(kind, officers.OrderBy(officer => officer.Id, StringComparer.Ordinal), (leaf, officer) =>
        {
            Lp8(leaf, officer.Id);
            Lp8(leaf, officer.Department);
            BinaryPrimitives.WriteUInt16BigEndian(leaf.GetSpan(2), checked((ushort)officer.Load));
            leaf.Advance(2);
            leaf.Write([checked((byte)officer.Items.Count)]);
            foreach (var item in officer.Items.Order(ByteOrder.Instance))
            {
                Lp8(leaf, item);
            }

            leaf.Write(Convert.FromHexString(officer.Salt));
        });
    }

    /// <summary>Task list, by task id; leaf = H(0x00 ‖ lp8(id) ‖ lp8(subject id) ‖ lp8(department) ‖ lp8(item)).</summary>
    public static Digest Tasks(HashKind kind, IEnumerable<MatchTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return Root(kind, tasks.OrderBy(task => task.Id, StringComparer.Ordinal), (leaf, task) =>
        {
            Lp8(leaf, task.Id);
            Lp8(leaf, task.SubjectId);
            Lp8(leaf, task.Department);
            Lp8(leaf, task.Item);
            leaf.Write(Convert.FromHexString(task.Salt));
        });
    }

    /// <summary>Recusals, by officer id, then task id; leaf = H(0x00 ‖ lp8(officer id) ‖ lp8(task id)).</summary>
    public static Digest Recusals(HashKind kind, IEnumerable<MatchRecusal> recusals)
    {
        ArgumentNullException.ThrowIfNull(recusals);
        var sorted = recusals.OrderBy(recusal => recusal.OfficerId, StringComparer.Ordinal)
            .ThenBy(recusal => recusal.TaskId, StringComparer.Ordinal);
        return Root(kind, sorted, (leaf, recusal) =>
        {
            Lp8(leaf, recusal.OfficerId);
            Lp8(leaf, recusal.TaskId);
            leaf.Write(Convert.FromHexString(recusal.Salt));
        });
    }

    private static Digest Root<T>(HashKind kind, IEnumerable<T> rows, Action<ArrayBufferWriter<byte>, T> write)
    {
        var frontier = new MerkleFrontier(kind);
        var leaf = new ArrayBufferWriter<byte>();
        foreach (var row in rows)
        {
            leaf.ResetWrittenCount();
            write(leaf, row);
            frontier.Append(MerkleTree.LeafHash(kind, leaf.WrittenSpan));
        }

        return frontier.Root();
    }

    private static void Lp8(ArrayBufferWriter<byte> leaf, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        leaf.Write([checked((byte)bytes.Length)]);
        leaf.Write(bytes);
    }
}
