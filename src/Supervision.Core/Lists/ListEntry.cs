using System.Globalization;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Lists;

/// <summary>An entry of a list with the days on which it holds. Immutable; a reading of a matter of kind <see cref="MatterKind.ListEntry"/>.</summary>
/// <param name="Id">Id of the matter.</param>
/// <param name="Kind">Which list.</param>
/// <param name="SubjectId">Who is on it.</param>
/// <param name="Item">The licence item that it is limited to; null when it is not.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it holds until it is lifted.</param>
/// <param name="LiftedOn">The day it was lifted or annulled on, on which it no longer holds; null when it was not.</param>
/// <param name="Basis">The provision.</param>
public sealed record ListEntry(
    string Id, ListKind Kind, string SubjectId, string? Item, DateOnly From, DateOnly? Until, DateOnly? LiftedOn, LegalBasis Basis)
{
    /// <summary>What it is, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it holds on a civil date.</summary>
    public bool HoldsOn(DateOnly date) => From <= date && (Until is null || date <= Until) && (LiftedOn is null || date < LiftedOn);

    internal static ListEntry Of(Matter matter, MatterClocks clocks) => new(
        matter.Id, Enum.Parse<ListKind>(matter.Category), matter.SubjectId!, matter.Fact("item"), Day(matter.Fact("from")!),
        matter.Fact("until") is { } until ? Day(until) : null,
        (matter.Last(MatterTrigger.Lift) ?? matter.Last(MatterTrigger.Annul)) is { } lifted ? clocks.DateOf(lifted.Entry.At) : null,
        new LegalBasis(matter.Fact("law")!, matter.Fact("article")!))
    {
        Title = matter.Title,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
