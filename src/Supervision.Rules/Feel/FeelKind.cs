namespace Supervision.Rules.Feel;

/// <summary>The kinds of value that FEEL knows.</summary>
public enum FeelKind
{
    /// <summary>No value.</summary>
    Null = 1,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A decimal number, exact to 28 digits.</summary>
    Number,

    /// <summary>A string of Unicode characters.</summary>
    Text,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A time of day, with an offset, with a zone, or local.</summary>
    Time,

    /// <summary>A day with a time of day.</summary>
    DateTime,

    /// <summary>A duration in days, hours, minutes and seconds.</summary>
    DayTimeDuration,

    /// <summary>A duration in calendar years and months.</summary>
    YearMonthDuration,

    /// <summary>An ordered list.</summary>
    List,

    /// <summary>Named entries in order.</summary>
    Context,

    /// <summary>An interval.</summary>
    Range,

    /// <summary>A function: built in, written in an expression, or a business knowledge model.</summary>
    Function,
}
