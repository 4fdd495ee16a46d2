using System.Collections.Concurrent;
using Supervision.Sampling;

namespace Supervision.Web.Publication;

/// <summary>Published draws computed again for questions about one subject; the last few are kept. Thread-safe.</summary>
internal sealed class PublishedBundles(WebSettings settings)
{
    private const int Kept = 4;

    private readonly ConcurrentDictionary<string, Lazy<DrawBundle?>> _bundles = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>The draw, or null when its files cannot be computed from: they are sealed, salted, or not all there.</summary>
    public DrawBundle? Find(Draw draw)
    {
        var folder = Path.Combine(settings.Published, draw.Id);
        var frame = new FileInfo(Path.Combine(folder, BundleFile.Frame));
        if (!frame.Exists)
        {
            return null;
        }

        var key = $"{draw.Id} {frame.LastWriteTimeUtc:O}";
        var added = new Lazy<DrawBundle?>(() => Read(folder, draw));
        var bundle = _bundles.GetOrAdd(key, added);
        if (ReferenceEquals(bundle, added))
        {
            Forget(key);
        }

        return bundle.Value;
    }

    // What the files say counts only when it is the draw that the store knows.
    private static DrawBundle? Read(string folder, Draw draw)
    {
        var outcome = DrawBundle.Read(name => File.Exists(Path.Combine(folder, name)) ? File.OpenRead(Path.Combine(folder, name)) : null);
        return outcome.TryGet(out var bundle, out _) && bundle.Announcement.Hash == draw.AnnouncementHash ? bundle : null;
    }

    private void Forget(string added)
    {
        _order.Enqueue(added);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _bundles.TryRemove(oldest, out _);
        }
    }
}
