namespace Supervision.Registry;

/// <summary>An enforcement agency 执法主体: only one with statutory, authorised or delegated power may inspect.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name as published.</param>
/// <param name="DivisionCode">Division it acts in: six digits, trailing zeros for a city or province.</param>
/// <param name="Fields">Fields in which it has power to inspect, such as "food".</param>
public sealed record Agency(string Id, string Name, string DivisionCode, IReadOnlyList<string> Fields)
{
    /// <summary>复议机关: who reviews its decisions, as a decision names it (行政处罚法 art. 59); empty when the bureau has not said.</summary>
    public string ReviewAuthority { get; init => field = value ?? ""; } = "";

    /// <summary>管辖法院: the court that hears suits against it, as a decision names it; empty when the bureau has not said.</summary>
    public string Court { get; init => field = value ?? ""; } = "";

    /// <summary>Whether a division lies in this agency's area: equal, or below a city or province code.</summary>
    public bool Covers(string divisionCode) => DivisionArea.Covers(DivisionCode, divisionCode);
}
