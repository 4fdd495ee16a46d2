using Supervision.Documents;

namespace Supervision.Web.Api;

/// <summary>A document to issue.</summary>
/// <param name="AgencyShort">Short name of the agency, for the number.</param>
/// <param name="Facts">What it says.</param>
/// <param name="VerificationBase">Address at which its number can be checked, or null.</param>
internal sealed record DocumentToIssue(string AgencyShort, DocumentFacts Facts, Uri? VerificationBase);
