namespace Supervision.Storage.Mapping;

/// <summary>What the codes of all divisions inside of one begin with: trailing zeros widen a code to a city or a province.</summary>
internal static class DivisionPrefix
{
    public static string Of(string divisionCode) =>
        divisionCode.EndsWith("0000", StringComparison.Ordinal) ? divisionCode[..^4]
        : divisionCode.EndsWith("00", StringComparison.Ordinal) ? divisionCode[..^2]
        : divisionCode;
}
