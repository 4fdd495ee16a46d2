namespace Supervision.Web.DrawRoom;

/// <summary>One thing that happened in a draw room. Immutable.</summary>
/// <param name="Key">Key of its text.</param>
/// <param name="Arguments">What the text says of it.</param>
internal sealed record RoomLine(string Key, params object?[] Arguments);
