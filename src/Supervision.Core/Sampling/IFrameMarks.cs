namespace Supervision.Sampling;

/// <summary>The subjects that a list treats in another way than their own weight would. Read once a frame.</summary>
public interface IFrameMarks
{
    /// <summary>The marks on a civil date, by subject, whichever agency made them.</summary>
    Task<IReadOnlyDictionary<string, FrameMark>> OnAsync(DateOnly date, CancellationToken cancellationToken);
}
