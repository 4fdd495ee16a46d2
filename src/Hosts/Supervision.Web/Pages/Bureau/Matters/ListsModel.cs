using Microsoft.AspNetCore.Mvc;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>
/// Lists that subjects are on: proposals and requests for removal by the day on which they are to be decided, then what is in force; a form proposes
/// a subject for a list.
/// </summary>
internal sealed class ListsModel(AuthorityClock clock, MatterClocks clocks, ListPolicy policy) : MattersModel(clock, clocks, MatterKind.ListEntry)
{
    /// <summary>What is a ground to be listed today.</summary>
    public IReadOnlyList<ListGround> Grounds => policy.GroundsOn(Today);

    /// <summary>What was typed.</summary>
    public (string? Ground, string? Subject, string? Reasons, string? Reference, IReadOnlyList<DateOnly> Letters) Typed { get; private set; } = (null, null, null, null, []);

    /// <summary>The value by which the form names a ground.</summary>
    public static string NameOf(ListGround ground) => $"{ground.Kind}/{ground.Id}";

    public async Task<IActionResult> OnPostAsync(string? ground, string? subject, string? reasons, string? reference, DateOnly?[]? letters, CancellationToken cancellationToken)
    {
        Typed = (ground, subject?.Trim(), reasons?.Trim(), reference?.Trim(), [.. (letters ?? []).OfType<DateOnly>().Order()]);
        var chosen = Grounds.FirstOrDefault(one => NameOf(one) == ground);
        var made = RefuseForm() || (chosen is null && Refuse(Refusal.Of("SUP7653", nameof(ground), ground ?? ""))) ? null : await ProposeAsync(chosen!, cancellationToken);
        if (made is not null)
        {
            return Redirect($"/bureau/matters/{Uri.EscapeDataString(made.Id)}");
        }

        await OnGetAsync(null, cancellationToken);
        return Page();
    }

    private Task<Matter?> ProposeAsync(ListGround ground, CancellationToken cancellationToken) => ActAsync<ProposeListing, Matter>(propose => propose.RunAsync(
        new ListingProposal(
            $"L-{Guid.NewGuid().ToString("N")[..20]}", ground.Kind, ground.Id, Typed.Subject ?? "", Actor.AgencyId, Typed.Reasons ?? "",
            Typed.Reference is { Length: > 0 } given ? given : null, Typed.Letters),
        Actor, cancellationToken));
}
