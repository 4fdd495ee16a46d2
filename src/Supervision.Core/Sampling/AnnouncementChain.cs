using System.Text;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The authority's chain of announcements: numbers without gaps, each naming the hash of the one before.</summary>
internal static class AnnouncementChain
{
    /// <summary>The next number of a programme, and the hash that its announcement must name as the previous one.</summary>
    public static async Task<(DrawNumber Draw, Digest Previous)> NextAsync(
        this IDrawStore draws, string authority, string programme, CancellationToken cancellationToken)
    {
        var number = await draws.LastNumberAsync(authority, programme, cancellationToken).ConfigureAwait(false) + 1;
        var last = await draws.LastAnnouncementAsync(authority, cancellationToken).ConfigureAwait(false);
        return (new DrawNumber(authority, programme, number), last?.Hash ?? default);
    }

    /// <summary>Puts an announcement at the end of its authority's chain.</summary>
    public static Task ChainAsync(
        this IDrawStore draws,
        DrawNumber draw,
        Digest hash,
        ReadOnlyMemory<byte> bytes,
        DateTimeOffset publishedAt,
        AnnouncementState state,
        CancellationToken cancellationToken) =>
        draws.AddAnnouncementAsync(
            new LoggedAnnouncement(
                draw.Authority, draw.Programme, checked((int)draw.Number), hash, Encoding.UTF8.GetString(bytes.Span))
            {
                PublishedAt = publishedAt,
                State = state,
            },
            cancellationToken);
}
