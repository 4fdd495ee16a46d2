using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Supervision.Sampling;
using Supervision.Web.Limits;
using Supervision.Web.Publication;

namespace Supervision.Web.Pages;

/// <summary>A subject asks whether it was in the frame and whether it was drawn, and gets the proof.</summary>
[EnableRateLimiting(RateLimits.Public)]
internal sealed class SubjectModel(PublicDraws draws, PublishedBundles bundles) : PageModel
{
    public PublicDraw One { get; private set; } = null!;

    public string Subject { get; private set; } = "";

    public SubjectAnswer Answer { get; private set; } = SubjectAnswer.NotAsked;

    public SubjectProof? Proof { get; private set; }

    public VerificationReport? Report { get; private set; }

    /// <summary>The reason code of an excluded subject.</summary>
    public string Status => Proof!.Entry.Record.Status.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(string id, string? subject, CancellationToken cancellationToken)
    {
        if (await draws.FindAsync(id, cancellationToken) is not { } one)
        {
            return NotFound();
        }

        One = one;
        Subject = (subject ?? "").Trim().ToUpperInvariant();
        if (Subject.Length > 0)
        {
            Ask();
        }

        return Page();
    }

    private void Ask()
    {
        if (bundles.Find(One.Draw) is not { } bundle)
        {
            Answer = SubjectAnswer.Unavailable;
            return;
        }

        if (bundle.Frame.IndexOf(Subject) < 0)
        {
            Answer = SubjectAnswer.Absent;
            return;
        }

        Proof = SubjectProof.Of(bundle, Subject);
        Report = Proof.Verify();
        Answer = Proof.Entry.Record.Status != FrameStatus.Eligible ? SubjectAnswer.Excluded
            : Proof.IsDrawn is true ? SubjectAnswer.Drawn
            : SubjectAnswer.NotDrawn;
    }
}
