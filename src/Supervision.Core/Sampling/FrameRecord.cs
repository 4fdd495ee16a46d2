namespace Supervision.Sampling;

/// <summary>One row of a frame: a unit that can be inspected. Immutable.</summary>
/// <param name="Id">
/// 1 to 64 bytes 0x21–0x7E, such as a unified social credit code in upper case. Unique in its frame, also after
/// upper-casing; up to 23 bytes hash in one block.
/// </param>
/// <param name="Cell">
/// The stratum, most important factor first, factors separated by <c>|</c>: 1 to 255 bytes of UTF-8 in NFC.
/// </param>
/// <param name="Weight">Below 2^31. Not zero when the status is 0; otherwise tier-srs uses it for nothing.</param>
/// <param name="Status">0 for eligible, else a reason code of <see cref="FrameStatus"/>.</param>
public sealed record FrameRecord(string Id, string Cell, uint Weight, byte Status)
{
    /// <summary>Whether the subject can be drawn: status 0 and a weight above 0.</summary>
    public bool IsEligible => Status == FrameStatus.Eligible && Weight > 0;
}
