using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.Documents;

/// <summary>A matter with everything that its document names.</summary>
/// <param name="Matter">A promise or an entry of a list.</param>
/// <param name="Parts">What follows from it.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Agency">The agency that decides.</param>
/// <param name="Terms">For a promise: what was promised, in the pinned version; else null.</param>
/// <param name="Law">Periods of review and suit.</param>
/// <param name="ContactName">Whom the party may ask.</param>
/// <param name="ContactPhone">And under which number.</param>
public sealed record MatterFile(
    Matter Matter, IReadOnlyList<Matter> Parts, Subject Subject, Agency Agency, Checklist? Terms, CaseLaw Law, string ContactName, string ContactPhone);
