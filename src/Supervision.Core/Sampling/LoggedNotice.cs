using System.Text;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What a log reads of an announcement, be it of a draw of subjects or of a matching.</summary>
internal sealed record LoggedNotice(NoticeTerms Terms, Digest Hash)
{
    public static Outcome<LoggedNotice> Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (Announcement.Parse(bytes).TryGet(out var draw, out var refusal))
        {
            return new LoggedNotice(draw.Terms, draw.Hash);
        }

        return MatchAnnouncement.Parse(bytes).TryGet(out var match, out _)
            ? new LoggedNotice(match.Terms, match.Hash)
            : refusal;
    }
}
