namespace Supervision.Web.Publication;

/// <summary>Results of inspections with whence they are and as of when.</summary>
internal sealed record ResultsFile(string Source, string Licence, string AsOf, IAsyncEnumerable<OpenResult> Results);
