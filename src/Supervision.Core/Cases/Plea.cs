namespace Supervision.Cases;

/// <summary>陈述、申辩: what the party says to the notice, and what the agency found when it looked into it.</summary>
/// <param name="On">Day.</param>
/// <param name="Text">What the party says.</param>
/// <param name="AnsweredOn">Day of the answer, or null.</param>
/// <param name="IsAccepted">Whether it was accepted.</param>
public sealed record Plea(DateOnly On, string Text, DateOnly? AnsweredOn, bool IsAccepted);
