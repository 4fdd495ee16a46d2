using Supervision.Hashing;

namespace Supervision.Web.Publication;

/// <summary>An announced draw that is not made yet.</summary>
internal sealed record PublicNotice(string Id, string Plan, string Agency, DateTimeOffset? AnnouncedAt, Digest Hash);
