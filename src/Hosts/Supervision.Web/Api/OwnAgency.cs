namespace Supervision.Web.Api;

/// <summary>What an officer needs of the own agency without a network: to check a colleague's certificate, and to ask for a visit.</summary>
/// <param name="Name">Name of the agency.</param>
/// <param name="Officers">All its officers.</param>
/// <param name="Items">Items that may be inspected today and for which somebody of the agency has the field.</param>
internal sealed record OwnAgency(string Name, IReadOnlyList<OfficerCard> Officers, IReadOnlyList<OfferedItem> Items);
