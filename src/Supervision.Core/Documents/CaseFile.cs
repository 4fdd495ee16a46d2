using Supervision.Cases;
using Supervision.Registry;

namespace Supervision.Documents;

/// <summary>A penalty case with everything that its documents name. Immutable.</summary>
/// <param name="Case">The case.</param>
/// <param name="Party">Its party.</param>
/// <param name="Agency">Agency that handles it.</param>
/// <param name="Officers">Officers as registered; who is none of them stands under the id.</param>
/// <param name="Law">What the case is judged by: periods and amounts in a text come from it.</param>
/// <param name="ContactName">Whom the party may ask.</param>
/// <param name="ContactPhone">And under which number.</param>
public sealed record CaseFile(
    PenaltyCase Case,
    Subject Party,
    Agency Agency,
    IReadOnlyList<Officer> Officers,
    CaseLaw Law,
    string ContactName,
    string ContactPhone)
{
    /// <summary>Number of the on-site record that the case rests on; null when none was issued.</summary>
    public string? InspectionRecord { get; init; }

    /// <summary>The templates that the documents are made from: a text may name another document by its title.</summary>
    public DocumentTemplates Templates { get; init; } = DocumentTemplates.Shipped;
}
