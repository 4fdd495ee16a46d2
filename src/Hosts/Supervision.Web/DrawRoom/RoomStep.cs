namespace Supervision.Web.DrawRoom;

/// <summary>What is to be done next in a draw room.</summary>
internal enum RoomStep
{
    /// <summary>Freeze the frame and announce the next draw.</summary>
    Announce = 1,

    /// <summary>Open the secrets and draw the subjects.</summary>
    Draw,

    /// <summary>Draw the officers.</summary>
    Match,

    /// <summary>Hand out the result.</summary>
    Publish,
}
