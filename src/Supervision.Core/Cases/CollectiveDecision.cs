namespace Supervision.Cases;

/// <summary>集体讨论: the heads of the agency discuss a complex or grave case.</summary>
/// <param name="On">Day.</param>
/// <param name="Members">Who took part.</param>
/// <param name="Sanction">Their conclusion.</param>
public sealed record CollectiveDecision(DateOnly On, IReadOnlyList<string> Members, Sanction Sanction);
