using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Inspections;

/// <summary>
/// The place in the matching that a drawn task fills: the id of the first task there. The task of a reserve has that id, the letter r and how
/// many reserves have come: <c>p-1-00007r1</c>.
/// </summary>
internal static class TaskSlot
{
    /// <summary>The id in the matching. A drawn task's own id ends in a serial number, hence no r of a plan's name is mistaken.</summary>
    public static string Of(string taskId)
    {
        var digits = taskId.AsSpan().TrimEnd("0123456789");
        return digits.Length < taskId.Length && digits is [.., >= '0' and <= '9', 'r'] ? digits[..^1].ToString() : taskId;
    }

    /// <summary>The id of the next task in the place.</summary>
    public static string Next(string taskId) =>
        Of(taskId) is var slot && slot.Length == taskId.Length
            ? $"{slot}r1"
            : $"{slot}r{Invariant.Text(int.Parse(taskId.AsSpan(slot.Length + 1), CultureInfo.InvariantCulture) + 1)}";
}
