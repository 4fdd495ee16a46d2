using Supervision.Registry;

namespace Supervision.Web.Pages.Bureau.Subjects;

/// <summary>The register, a page at a time; searched by part of a name or the beginning of an id.</summary>
internal sealed class SubjectsModel : ActingPage
{
    private const int PageSize = 50;

    public string Text { get; private set; } = "";

    public IReadOnlyList<Subject> Found { get; private set; } = [];

    /// <summary>Address of the next page, or null.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(string? text, string? after, CancellationToken cancellationToken)
    {
        Text = (text ?? "").Trim();
        Found = await Reading<ISubjectStore>().SearchAsync(new SubjectQuery { Text = Text, AfterId = after, Limit = PageSize }, cancellationToken);
        Next = Found.Count == PageSize ? $"/bureau/subjects?text={Uri.EscapeDataString(Text)}&after={Uri.EscapeDataString(Found[^1].Id)}" : null;
    }
}
