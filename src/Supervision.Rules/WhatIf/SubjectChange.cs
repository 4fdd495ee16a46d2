using Supervision.Risk;

namespace Supervision.Rules.WhatIf;

/// <summary>One subject under two sets of policies. Immutable.</summary>
/// <param name="SubjectId">Subject.</param>
/// <param name="Before">Its standing by the set before.</param>
/// <param name="After">Its standing by the set after.</param>
public sealed record SubjectChange(string SubjectId, SubjectStanding Before, SubjectStanding After)
{
    /// <summary>Whether anything differs that the subject would notice; that another version decided is no change.</summary>
    internal bool IsChange =>
        (Before.Points, Before.Steps, Before.CompositeScore, Before.Grade, Before.PersonLinked, Before.Class)
        != (After.Points, After.Steps, After.CompositeScore, After.Grade, After.PersonLinked, After.Class);
}
