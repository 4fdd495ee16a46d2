using Supervision.Inspections;

namespace Supervision.Web.Pages.Bureau.Tasks;

/// <summary>A task without a draw as it was typed. Set by the request alone.</summary>
internal sealed class OpenForm
{
    public TaskSource Source { get; set; } = TaskSource.Complaint;

    public string? Reference { get; set; }

    public string? Subject { get; set; }

    public string? Item { get; set; }

    /// <summary>A field each; see <see cref="OfficerPick"/>.</summary>
    public string[] Officers { get; set; } = [];

    /// <summary>Null: the source's own period counts from today.</summary>
    public DateOnly? DueOn { get; set; }
}
