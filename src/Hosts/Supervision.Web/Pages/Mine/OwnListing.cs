using System.Globalization;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;

namespace Supervision.Web.Pages.Mine;

/// <summary>An entry of a list, or the proposal of one, as its subject sees it on a day. Immutable.</summary>
internal sealed class OwnListing(Matter entry, DateOnly today)
{
    public Matter Entry => entry;

    /// <summary>Name of the list.</summary>
    public Message List => Message.Of($"list.{entry.Category}");

    /// <summary>The provision it rests on.</summary>
    public LegalBasis Basis => new(entry.Fact("law") ?? "", entry.Fact("article") ?? "");

    /// <summary>Whether it has no effect any more: declined, lifted, annulled, or ended by itself.</summary>
    public bool IsOver => entry.State is MatterState.Declined or MatterState.Lifted or MatterState.Annulled || Day("until") < today;

    /// <summary>Whether the subject may still plead before it is decided.</summary>
    public bool MayPlead => entry.State == MatterState.Proposed;

    /// <summary>What a removal asks for, each the name of a fact.</summary>
    public IReadOnlyList<string> Asks => (entry.Fact("asks") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the subject may ask today to be taken off.</summary>
    public bool MayAsk => entry.State == MatterState.InForce && Bar is null;

    /// <summary>Why an entry in force cannot be asked away today: the key of a text, and what the text names. Null when it can.</summary>
    public (string Key, string Of)? Bar =>
        IsOver ? ("mine.list.over", entry.Fact("until") ?? "")
        : entry.Category == nameof(ListKind.LeaveInPeace) ? ("mine.list.peace", "")
        : entry.Fact("case") is { } penalty ? ("mine.list.bycase", penalty)
        : entry.Category == nameof(ListKind.JointMeasure) && entry.ParentId is { } parent ? ("mine.list.follows", parent)
        : entry.Category == nameof(ListKind.AddressCommitmentBan) && entry.Fact("until") is { } last ? ("mine.list.byitself", last)
        : Day("liftFrom") > today ? ("mine.list.from", entry.Fact("liftFrom")!)
        : null;

    private DateOnly? Day(string name) => entry.Fact(name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
