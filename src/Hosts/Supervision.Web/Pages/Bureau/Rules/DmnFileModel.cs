using System.Text;
using Microsoft.AspNetCore.Mvc;
using Supervision.Rules.Dmn;
using Supervision.Rules.Feel;
using Supervision.Web.Studio;

namespace Supervision.Web.Pages.Bureau.Rules;

/// <summary>
/// A DMN file: read, checked, its tables shown, and handed back to be kept with a pack. Drawing it is an extra that is loaded on demand. Nothing is
/// kept here: a model decides only inside a pack that somebody publishes.
/// </summary>
[RequestSizeLimit(MostBytes)]
internal sealed class DmnFileModel : ActingPage
{
    private const int MostBytes = 12 * 1024 * 1024;

    /// <summary>The XML, as it was handed in; an example table at first.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<DrawnTable> Tables { get; private set; } = [];

    /// <summary>Gaps, overlaps and rows that never decide; null when the model could not be read.</summary>
    public IReadOnlyList<DmnFinding>? Findings { get; private set; }

    public IReadOnlyList<FeelError> Errors { get; private set; } = [];

    public void OnGet() => Check(Example());

    public async Task OnPostAsync(string? text, IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is { Length: > 0 })
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            text = await reader.ReadToEndAsync(cancellationToken);
        }

        Check(text ?? "");
    }

    /// <summary>The text as a file.</summary>
    public IActionResult OnPostDownload(string? text) => File(Encoding.UTF8.GetBytes(text ?? ""), "application/xml", "model.dmn");

    private void Check(string text)
    {
        Text = text;
        try
        {
            Findings = DmnModel.Load("model.dmn", Encoding.UTF8.GetBytes(text)).Findings();
            Tables = DrawnTable.Of(text);
        }
        catch (FeelException wrong)
        {
            Errors = wrong.Errors;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    // The ladder of grades of the packs that ship, as a table of its own.
    private static string Example() => Encoding.UTF8.GetString(DmnTableWriter.Write(new DmnTable(
        "等级", "FIRST", [new DmnColumn("综合分", "number")], [new DmnColumn("等级", "string", "\"A\",\"B\",\"C\",\"D\"")],
        [[">= 90", "\"A\""], [">= 80", "\"B\""], [">= 60", "\"C\""], ["-", "\"D\""]])));
}
