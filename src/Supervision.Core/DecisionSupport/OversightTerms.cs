namespace Supervision.DecisionSupport;

/// <summary>What an audit of the inspectors holds visits against, since a day. Immutable.</summary>
/// <param name="From">First civil day on which it applies.</param>
/// <param name="LeastSeconds">No real inspection is shorter, entry to record.</param>
/// <param name="SecondsPerPoint">Nor shorter than this for each check point answered.</param>
/// <param name="RepeatsFrom">How often the same officer must have been at the same subject before anybody asks; at least 2.</param>
/// <param name="EntriesPerYear">Burden budget: times that a subject may be entered in a calendar year without being named.</param>
/// <param name="Source">Who set it.</param>
public sealed record OversightTerms(
    DateOnly From, int LeastSeconds, int SecondsPerPoint, int RepeatsFrom, int EntriesPerYear, string Source);
