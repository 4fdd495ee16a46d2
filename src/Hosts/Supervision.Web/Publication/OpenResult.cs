namespace Supervision.Web.Publication;

/// <summary>What came of one inspection, as open data. Immutable.</summary>
/// <param name="Draw">The draw.</param>
/// <param name="Agency">Name of the agency.</param>
/// <param name="Item">Code of what was inspected.</param>
/// <param name="Subject">The subject by the id that the draw's files publish, and by no name.</param>
/// <param name="Result">NoProblem, CorrectedOnSpot, Found, Ordered, Corrected or NotMade.</param>
/// <param name="On">Day of the record, yyyy-MM-dd; empty when none was made.</param>
/// <param name="Codes">Codes of the publicity system, separated by semicolons; empty when the officers gave none.</param>
internal sealed record OpenResult(string Draw, string Agency, string Item, string Subject, string Result, string On, string Codes);
