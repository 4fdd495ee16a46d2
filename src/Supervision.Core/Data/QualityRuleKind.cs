namespace Supervision.Data;

/// <summary>How a quality rule tests a row. A field that is empty is tested by <see cref="Required"/> alone.</summary>
public enum QualityRuleKind
{
    /// <summary>The field is filled.</summary>
    Required = 1,

    /// <summary>The field has the form of its type: date, time, integer, decimal, and is not too long.</summary>
    Form = 2,

    /// <summary>The whole field matches a regular expression.</summary>
    Pattern = 3,

    /// <summary>The field is a unified social credit code with right check characters.</summary>
    CreditCode = 4,

    /// <summary>The field is one of the values of a dictionary.</summary>
    OneOf = 5,

    /// <summary>The field lies on or after another one; the same day is right.</summary>
    NotBefore = 6,

    /// <summary>The field lies at most a legal period after another one.</summary>
    Within = 7,

    /// <summary>The field lists at least so many different entries.</summary>
    AtLeast = 8,

    /// <summary>A row of another table has these values.</summary>
    Exists = 9,

    /// <summary>No other row of the table has these values.</summary>
    Unique = 10,

    /// <summary>The field is what a start and the weighted rows of another table add up to.</summary>
    Total = 11,
}
