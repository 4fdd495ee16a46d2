namespace Supervision.Coordination;

/// <summary>One check of one subject that an agency plans within a year. Immutable.</summary>
/// <param name="Id">Identifier, unique among the plans that are merged.</param>
/// <param name="AgencyId">Agency whose duty it is.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="ItemCode">Item of the catalogue.</param>
/// <param name="From">First day on which it may take place.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Officers">Officers whom the agency sends to it, 2 or more.</param>
public sealed record PlannedCheck(
    string Id, string AgencyId, string SubjectId, string ItemCode, DateOnly From, DateOnly To, int Officers)
{
    /// <summary>Whether a law demands this very check, so that no cap and no list may drop it.</summary>
    public bool IsStatutory { get; init; }

    /// <summary>Whether the item is a key one 重点; those go before general ones when a cap is reached.</summary>
    public bool IsKey { get; init; }
}
