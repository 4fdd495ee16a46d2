namespace Supervision.Web.Pages.Bureau;

/// <summary>Where an officer starts.</summary>
internal sealed class WorkModel : ActingPage
{
    public void OnGet()
    {
    }
}
