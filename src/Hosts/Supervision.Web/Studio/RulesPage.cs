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
    private const int MostDrafts = 500;

    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<AuthorityClock>().Today; // also while the page is written, when what was read is let go

    /// <summary>The packs that decide now.</summary>
    protected LiveRulePacks Live => live;

    /// <summary>Every version in or out of force and the drafts written last, by policy and first day.</summary>
    protected async Task<IReadOnlyList<PackItem>> PacksAsync()
    {
        var drafts = await Reading<IPackStore>().ListDraftsAsync(MostDrafts, HttpContext.RequestAborted);
        return Sorted([.. drafts.Select(PackItem.Of), .. await DecidedAsync()]);
    }

    /// <summary>The pack of this identity, or null.</summary>
    protected async Task<PackItem?> FindAsync(string? policy, string? version, string? hash)
    {
        if (policy is not null && version is not null && !string.IsNullOrEmpty(hash)
            && await Reading<IPackStore>().FindAsync(policy, version, hash, HttpContext.RequestAborted) is { } stored && stored.Policy.ContentHash == hash)
        {
            return PackItem.Of(stored);
        }

        return (await DecidedAsync()).FirstOrDefault(pack =>
            pack.Policy.Id == policy && pack.Policy.Version == version && pack.Policy.ContentHash == hash);
    }

    /// <summary>The version of the same policy that a draft would take over from: the last one before it that is no draft.</summary>
    protected async Task<PackItem?> BeforeAsync(string policy, DateOnly from, string hash) => Sorted(await DecidedAsync()).LastOrDefault(pack =>
        pack.Policy.Id == policy && pack.From <= from && pack.Policy.ContentHash != hash);

    // What was published, and what ships as long as it decides.
    private async Task<List<PackItem>> DecidedAsync()
    {
        var published = await Reading<IPackStore>().ListPublishedAsync(HttpContext.RequestAborted);
        var deciding = live.Current.Packs.Select(pack => pack.Reference).ToHashSet();
        return [.. published.Select(PackItem.Of), .. shipped.Files
            .Where(file => deciding.Contains(file.Pack.Reference) && !published.Any(pack => pack.Policy == file.Pack.Reference))
            .Select(file => PackItem.Of(file.Pack, file.File, file.Text))];
    }

    private static List<PackItem> Sorted(List<PackItem> packs) => [.. packs.OrderBy(pack => pack.Policy.Id, StringComparer.Ordinal).ThenBy(pack => pack.From)];

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
