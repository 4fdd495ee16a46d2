namespace Supervision.Documents;

/// <summary>What the documents of an agency's cases have in common.</summary>
/// <param name="AgencyShort">Short name of the agency within a number, such as "磐环".</param>
/// <param name="ContactName">Whom the party may ask.</param>
/// <param name="ContactPhone">And under which number.</param>
/// <param name="VerificationBase">Page under which a document can be verified, ending in "/"; or null.</param>
public sealed record CaseDesk(string AgencyShort, string ContactName, string ContactPhone, Uri? VerificationBase);
