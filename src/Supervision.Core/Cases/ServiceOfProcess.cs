namespace Supervision.Cases;

/// <summary>送达.</summary>
/// <param name="Method">How.</param>
/// <param name="BeganOn">Day on which it began: of a publication the first day, else the day itself.</param>
/// <param name="On">Day on which the party received it, or counts as having received it.</param>
public sealed record ServiceOfProcess(ServiceMethod Method, DateOnly BeganOn, DateOnly On);
