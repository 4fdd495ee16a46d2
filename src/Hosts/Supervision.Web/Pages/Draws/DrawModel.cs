using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>One draw: its figures, its files, who was drawn, and the button that verifies it in the reader's browser.</summary>
internal sealed class DrawModel(PublicDraws draws, WebSettings settings) : PageModel
{
    private const int PageSize = 100;

    public PublicDraw One { get; private set; } = null!;

    public IReadOnlyList<(string Name, long Size)> Files { get; private set; } = [];

    public IReadOnlyList<PublicDrawn> Drawn { get; private set; } = [];

    /// <summary>The civil day of an instant, as the authority counts.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => draws.DayOf(instant);

    /// <summary>The last id of this page when there are more; pages go by key, so that none is skipped.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? after, CancellationToken cancellationToken)
    {
        if (await draws.FindAsync(id, cancellationToken) is not { } one)
        {
            return NotFound();
        }

        One = one;
        Files = PublishedFiles.Of(settings, one);
        var rest = await draws.DrawnAsync(id, after, PageSize + 1, cancellationToken);
        Drawn = [.. rest.Take(PageSize)];
        Next = rest.Count > PageSize ? Drawn[^1].SubjectId : null;
        return Page();
    }
}
