namespace Supervision.Web.Pages.Bureau;

/// <summary>One thing that somebody of the agency has to do. Immutable.</summary>
/// <param name="Kind">"task", "case", or the word for a kind of matters, such as "warning".</param>
/// <param name="Id">Its id.</param>
/// <param name="Address">The page on which it is done.</param>
/// <param name="Subject">Name of the subject; of a matter its title.</param>
/// <param name="Due">Last day; null while the working days of its year are not published.</param>
/// <param name="Step">What is to be done, or where it stands, in the language of the reader.</param>
/// <param name="IsOverdue">Whether the last day is over.</param>
internal sealed record WorkItem(string Kind, string Id, string Address, string Subject, DateOnly? Due, string Step, bool IsOverdue);
