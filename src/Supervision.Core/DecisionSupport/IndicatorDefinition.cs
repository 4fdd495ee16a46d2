namespace Supervision.DecisionSupport;

/// <summary>
/// An indicator 指标 as data: what is divided by what. A rate is published with both counts, never alone. Immutable.
/// </summary>
public sealed record IndicatorDefinition
{
    /// <summary>Code, such as "problem-found".</summary>
    public required string Code { get; init; }

    /// <summary>Name in Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>Name in English.</summary>
    public required string EnglishName { get; init; }

    /// <summary>Numerator.</summary>
    public required IndicatorMeasure Numerator { get; init; }

    /// <summary>Denominator.</summary>
    public required IndicatorMeasure Denominator { get; init; }

    /// <summary>Whether the numerator is what is left of the denominator: visits less times entered are entries saved.</summary>
    public bool IsRemainder { get; init; }

    /// <summary>How it is read.</summary>
    public required IndicatorUnit Unit { get; init; }

    /// <summary>What is better.</summary>
    public required IndicatorDirection Direction { get; init; }

    /// <summary>The target, or null.</summary>
    public IndicatorTarget? Target { get; init; }

    /// <summary>The smallest denominator that is ranked or held against the target: a rate of two cases says nothing. At least 1.</summary>
    public required int Smallest { get; init; }

    /// <summary>Whether agencies can be told apart by it.</summary>
    public bool IsOfAgency => Numerator.IsOfAgency && Denominator.IsOfAgency;

    /// <summary>Its name in a culture.</summary>
    public string NameIn(System.Globalization.CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? Name : EnglishName;
    }
}
