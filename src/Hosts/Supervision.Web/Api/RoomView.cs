using Supervision.Hashing;
using Supervision.Web.DrawRoom;

namespace Supervision.Web.Api;

/// <summary>Where the draw room of a plan stands.</summary>
/// <param name="Next">What is to be done next.</param>
/// <param name="Number">Number of the draw that is next, or in hand.</param>
/// <param name="DrawId">Id of the draw in hand or the last one; null before the first.</param>
/// <param name="Announcement">Hash of its announcement.</param>
/// <param name="FrameRoot">Root of its frame.</param>
/// <param name="IsBusy">Whether an act runs there now.</param>
internal sealed record RoomView(RoomStep Next, int Number, string? DrawId, Digest? Announcement, Digest? FrameRoot, bool IsBusy)
{
    public static RoomView Of(RoomState state, RoomRun? run) => new(
        state.Step, state.Number, state.DrawId, state.Announcement?.Hash, state.Announcement?.Terms.FrameRoot, run is { Now.IsOver: false });
}
