using Microsoft.AspNetCore.Mvc;
using Supervision.Commitments;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>The promises of the subject, and an application for a licence by a promise.</summary>
internal sealed class CommitmentsModel(OwnMatters own, AuthorityClock clock, SignedIn me) : MinePage(own, clock)
{
    public IReadOnlyList<Matter> Commitments { get; private set; } = [];

    /// <summary>Licence items that can be had by a promise today.</summary>
    public IReadOnlyList<CommitmentItem> Items { get; private set; } = [];

    /// <summary>Agencies whose area the subject lies in.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>The item whose form is open, or null.</summary>
    public CommitmentItem? Chosen { get; private set; }

    public Dictionary<string, string> Values { get; private set; } = [];

    public Task OnGetAsync(string? item, CancellationToken cancellationToken) => ReadAsync(item, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string item, string agency, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        await ReadAsync(item, cancellationToken);
        Values = values;
        var id = $"C-{Guid.NewGuid().ToString("N")[..20]}";
        var done = await TryAsync(() => Own.ActAsync<ApplyForCommitment, CommitmentOffer>(
            (use, actor) => use.RunAsync(new CommitmentApplication(id, item, me.Subject!, agency, Given(values)), CommitmentItems.Shipped, actor, cancellationToken), cancellationToken));
        return done is null ? Page() : Redirect("/mine/commitments/" + id);
    }

    private static Dictionary<string, string> Given(Dictionary<string, string> values) =>
        values.Where(value => value.Value is not null).ToDictionary(value => value.Key, value => value.Value.Trim(), StringComparer.Ordinal);

    private async Task ReadAsync(string? item, CancellationToken cancellationToken)
    {
        Commitments = await Own.ListAsync(MatterKind.Commitment, cancellationToken);
        Items = CommitmentItems.Shipped.On(Today);
        Chosen = Items.FirstOrDefault(one => one.Code == item);
        var subject = await Own.ReadAsync<ISubjectStore, Subject?>(store => store.FindAsync(me.Subject!, cancellationToken));
        Agencies = [.. (await Own.ReadAsync<IOfficerStore, IReadOnlyList<Agency>>(store => store.ListAgenciesAsync(cancellationToken))).Where(agency => subject is not null && agency.Covers(subject.DivisionCode))];
    }
}
