using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>An announcement in the authority's chain: the first under a number counts, always.</summary>
/// <param name="Authority">Authority, such as a division code.</param>
/// <param name="Programme">Programme; subject draws and officer draws have each their own.</param>
/// <param name="Number">Number within the programme, from 1 without gaps.</param>
/// <param name="Hash">Hash of the text's bytes.</param>
/// <param name="Text">The exact text.</param>
public sealed record LoggedAnnouncement(string Authority, string Programme, int Number, Digest Hash, string Text);
