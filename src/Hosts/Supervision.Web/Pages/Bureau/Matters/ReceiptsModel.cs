using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Supervision.Hosting.Wording;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>
/// Receipts of joint measures: those that the own agency has to acknowledge, those that other agencies have not acknowledged yet, and page by page
/// those that are acknowledged. What is overdue comes first.
/// </summary>
internal sealed class ReceiptsModel(AuthorityClock clock, MatterClocks clocks) : ActingPage
{
    private const int MostWaiting = 200;
    private const int PageSize = 50;
    private const string OfMeasures = nameof(ListKind.JointMeasure);

    public DateTimeOffset Now => clock.Now;

    public MatterClocks Clocks => clocks;

    /// <summary>To be acknowledged by the agency of who reads.</summary>
    public IReadOnlyList<Matter> Own { get; private set; } = [];

    /// <summary>Not acknowledged yet by others.</summary>
    public IReadOnlyList<Matter> Others { get; private set; } = [];

    /// <summary>A page of those that are acknowledged, by id.</summary>
    public IReadOnlyList<Matter> Done { get; private set; } = [];

    /// <summary>Whether more wait than the page holds.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Address of the next page of acknowledged ones, or null.</summary>
    public string? Next { get; private set; }

    /// <summary>The receipt that was to be acknowledged, and what was typed.</summary>
    public (string Id, string Text) Typed { get; private set; } = ("", "");

    /// <summary>Whether who reads may acknowledge for the agency.</summary>
    public bool MayAcknowledge => May<AcknowledgeReceipt>();

    public string Day(DateTimeOffset instant) => clock.Local(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(string? after, CancellationToken cancellationToken)
    {
        var matters = Reading<IMatterStore>();
        var query = new MatterQuery { Kind = MatterKind.Receipt, Category = OfMeasures };
        var own = await matters.ListAsync(query with { AgencyId = Actor.AgencyId, IsWaiting = true, Limit = MostWaiting }, cancellationToken);
        var waiting = await matters.ListAsync(query with { IsWaiting = true, Limit = MostWaiting }, cancellationToken);
        var done = await matters.ListAsync(query with { State = MatterState.Acknowledged, AfterId = after, Limit = PageSize + 1 }, cancellationToken);
        Own = MatterDue.OverdueFirst(own, clocks, Now);
        Others = MatterDue.OverdueFirst(waiting.Where(receipt => receipt.AgencyId != Actor.AgencyId), clocks, Now);
        HasMore = own.Count == MostWaiting || waiting.Count == MostWaiting;
        Done = [.. done.Take(PageSize)];
        Next = done.Count > PageSize ? $"/bureau/receipts?after={Uri.EscapeDataString(Done[^1].Id)}" : null;
        await ReadAgenciesAsync(Own.Concat(Others).Concat(Done).SelectMany(receipt => (string[])[receipt.AgencyId, receipt.OriginAgencyId]), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? receipt, string? text, CancellationToken cancellationToken)
    {
        Typed = (receipt ?? "", text?.Trim() ?? "");
        if (await ActAsync<AcknowledgeReceipt, Matter>(acknowledge => acknowledge.RunAsync(Typed.Id, Typed.Text, Actor, cancellationToken)) is not null)
        {
            return Redirect("/bureau/receipts");
        }

        await OnGetAsync(null, cancellationToken);
        return Page();
    }
}
