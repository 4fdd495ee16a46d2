using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The redraw of subjects by the next rank. Pure. A use never changes another pick: it takes one id off the list and puts the next
/// reserve on.
/// </summary>
public static class ReserveLog
{
    /// <summary>
    /// The use of the next reserve for a subject. SUP4211: no reason or no approver; SUP4212: the subject is not on the list, or was
    /// replaced already; SUP4213: there is no reserve left, or the scheme has none.
    /// </summary>
    public static Outcome<ReserveUse> Next(
        Selection selection, IReadOnlyList<ReserveUse> used, string replaced, string reason, string approver,
        Digest? evidence, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(used);
        ArgumentNullException.ThrowIfNull(replaced);
        if (string.IsNullOrWhiteSpace(reason) || string.IsNullOrWhiteSpace(approver))
        {
            return Refusal.Of("SUP4211", replaced);
        }

        if (!Standing(selection, used).Contains(replaced))
        {
            return Refusal.Of("SUP4212", replaced);
        }

        var cell = selection.Frame.RecordAt(selection.Frame.IndexOf(replaced)).Cell;
        return NextOf(selection, used, cell) is { } by
            ? new ReserveUse(cell, replaced, by, reason, approver, evidence, at)
            : Refusal.Of("SUP4213", cell, selection.Scheme);
    }

    /// <summary>The ids that stand after all uses, by id bytes.</summary>
    public static IReadOnlyList<string> After(Selection selection, IReadOnlyList<ReserveUse> used)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(used);
        return [.. Standing(selection, used).Order(StringComparer.Ordinal)];
    }

    /// <summary>The first use that is not what <see cref="Next"/> would have given, with what it would have been; or null.</summary>
    internal static (string Expected, string Actual)? FirstWrong(Selection selection, IReadOnlyList<ReserveUse> uses)
    {
        for (var i = 0; i < uses.Count; i++)
        {
            var use = uses[i];
            var next = Next(selection, [.. uses.Take(i)], use.Replaced, use.Reason, use.Approver, use.Evidence, use.At);
            if (!next.TryGet(out var right, out var refusal))
            {
                return (refusal.ToString(), Line(use));
            }

            if (right != use)
            {
                return (Line(right), Line(use));
            }
        }

        return null;
    }

    private static string? NextOf(Selection selection, IReadOnlyList<ReserveUse> used, string cell)
    {
        var taken = used.Select(use => use.By).ToHashSet(StringComparer.Ordinal);
        return selection.ReservesFor(cell).Select(selection.Frame.IdAt).FirstOrDefault(id => !taken.Contains(id));
    }

    private static HashSet<string> Standing(Selection selection, IReadOnlyList<ReserveUse> used)
    {
        var standing = selection.SelectedIds.ToHashSet(StringComparer.Ordinal);
        foreach (var use in used)
        {
            standing.Remove(use.Replaced);
            standing.Add(use.By);
        }

        return standing;
    }

    private static string Line(ReserveUse use) => $"{use.Cell}: {use.Replaced} -> {use.By}";
}
