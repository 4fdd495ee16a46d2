namespace Supervision.Rules.Facts;

/// <summary>What a fact is.</summary>
public enum FactKind
{
    /// <summary>Nothing is known.</summary>
    Absent = 0,

    /// <summary>An exact decimal number.</summary>
    Number = 1,

    /// <summary>A text or a word.</summary>
    Text = 2,

    /// <summary>True or false.</summary>
    Truth = 3,

    /// <summary>A civil date.</summary>
    Date = 4,

    /// <summary>Facts in order.</summary>
    List = 5,

    /// <summary>Facts by name.</summary>
    Record = 6,
}
