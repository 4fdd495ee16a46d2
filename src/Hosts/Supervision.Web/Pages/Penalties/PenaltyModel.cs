using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages.Penalties;

/// <summary>One published penalty.</summary>
internal sealed class PenaltyModel(PublicPenalties penalties) : PageModel
{
    public PublicPenalty One { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        if (await penalties.FindAsync(key, cancellationToken) is not { } one)
        {
            return NotFound();
        }

        One = one;
        return Page();
    }
}
