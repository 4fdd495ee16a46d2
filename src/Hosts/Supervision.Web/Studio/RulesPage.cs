using Supervision.Decisions;
using Supervision.Policies;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;
using Supervision.Time;
using Supervision.Web.Pages;

namespace Supervision.Web.Studio;

/// <summary>A page of the rule studio: knows all packs, those of the database and those that ship.</summary>
internal abstract class RulesPage(HostPacks shipped, LiveRulePacks live) : ActingPage
{
    private readonly PackShelf _shelf = new(shipped, live);

    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<AuthorityClock>().Today; // also while the page is written, when what was read is let go

    /// <summary>The packs that decide now.</summary>
    protected LiveRulePacks Live => live;

    /// <summary>Every version in or out of force and the drafts written last, by policy and first day.</summary>
    protected Task<IReadOnlyList<PackItem>> PacksAsync() => _shelf.ListAsync(Reading<IPackStore>(), HttpContext.RequestAborted);

    /// <summary>The pack of this identity, or null.</summary>
    protected Task<PackItem?> FindAsync(string? policy, string? version, string? hash) =>
        _shelf.FindAsync(Reading<IPackStore>(), policy, version, hash, HttpContext.RequestAborted);

    /// <summary>The version of the same policy that a draft would take over from: the last one before it that is no draft.</summary>
    protected Task<PackItem?> BeforeAsync(string policy, DateOnly from, string hash) =>
        _shelf.BeforeAsync(Reading<IPackStore>(), policy, from, hash, HttpContext.RequestAborted);

    /// <summary>Why the text of a pack was refused in the last act, with its places.</summary>
    public IReadOnlyList<RulePackError> Errors { get; private set; } = [];

    /// <summary>Writes or publishes. A refusal is kept in <see cref="RefusingPage.Refused"/>, what is wrong with the text in <see cref="Errors"/>; both answer null.</summary>
    protected async Task<PackItem?> PackActAsync<TUseCase>(Func<TUseCase, Task<Outcome<StoredPack>>> body)
        where TUseCase : class
    {
        try
        {
            return await ActAsync(body) is { } stored ? PackItem.Of(stored) : null;
        }
        catch (RulePackException broken)
        {
            Errors = broken.Errors;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return null;
        }
    }

    /// <summary>Lets what is published decide from now on.</summary>
    protected Task TakePublishedAsync() => HttpContext.RequestServices.GetRequiredService<PublishedHere>().TakeAsync(HttpContext.RequestAborted);
}
