using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Policies;

/// <summary>
/// The text of one rule pack in the bureau's own database, as somebody wrote it. A text is never changed: another text of the same version
/// is another draft, and of a version at most one draft is published. Immutable.
/// </summary>
/// <param name="Policy">Policy id, version and the hash of the text.</param>
/// <param name="File">Name for error texts, such as "yiwu.yaml".</param>
/// <param name="Text">The pack, YAML or JSON.</param>
/// <param name="From">First civil date on which it is in force.</param>
/// <param name="To">First civil date after it as the text says, or null.</param>
/// <param name="Writer">Who wrote it.</param>
/// <param name="WrittenAt">When.</param>
public sealed record StoredPack(
    PolicyReference Policy, string File, string Text, DateOnly From, DateOnly? To, Actor Writer, DateTimeOffset WrittenAt)
{
    /// <summary>Who published it, and when; null while it is a draft.</summary>
    public PackPublication? Publication { get; init; }

    /// <summary>First civil date of the version that took over, when this text left its end open; null while none has.</summary>
    public DateOnly? ReplacedFrom { get; init; }

    /// <summary>First civil date after it: as its text says, or as the next version does.</summary>
    public DateOnly? End => To ?? ReplacedFrom;

    /// <summary>Whether this version, once published, ends another: one of the same policy that was published, began before it and left its end open.</summary>
    public bool TakesOverFrom(StoredPack earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return earlier.Publication is not null && earlier.Policy.Id == Policy.Id && earlier.End is null && earlier.From < From;
    }

    /// <summary>The matter in which writer and publisher are two people: every draft of a version.</summary>
    public static string Matter(string policyId, string version) => $"{policyId}@{version}";
}
