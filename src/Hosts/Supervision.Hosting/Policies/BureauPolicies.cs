using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Hosting.Import;
using Supervision.Lists;

namespace Supervision.Hosting.Policies;

/// <summary>A bureau's own policies, given as files; null for those that come with the program. A host names them once, so that none of its commands goes by another one.</summary>
/// <param name="Lists">File of the policy of lists.</param>
/// <param name="EventCategories">File of the categories of events.</param>
internal sealed record BureauPolicies(string? Lists, string? EventCategories)
{
    /// <summary>Registers them.</summary>
    /// <exception cref="RefusedException">SUP1051, SUP1052: a file cannot be read; SUP3174, SUP3176: it is no such policy.</exception>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(ReadLists());
        services.AddSingleton(ReadEventCategories());
    }

    /// <summary>The policy of lists: the bureau's own, or the one that ships.</summary>
    /// <exception cref="RefusedException">As for <see cref="AddTo"/>.</exception>
    public ListPolicy ReadLists() => string.IsNullOrEmpty(Lists) ? ListPolicy.Shipped : Read("SUP3174", Lists, ListPolicy.Parse);

    /// <summary>The categories of events, likewise.</summary>
    /// <exception cref="RefusedException">As for <see cref="AddTo"/>.</exception>
    public EventCategories ReadEventCategories() =>
        string.IsNullOrEmpty(EventCategories) ? Coordination.EventCategories.Shipped : Read("SUP3176", EventCategories, Coordination.EventCategories.Parse);

    private static T Read<T>(string code, string path, Func<string, T> parse)
    {
        using var reader = TextFile.Decode(TextFile.Open(path));
        try
        {
            return parse(reader.ReadToEnd());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new RefusedException(Refusal.Of(code, path, exception.Message));
        }
    }
}
