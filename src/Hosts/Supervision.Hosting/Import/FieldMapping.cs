namespace Supervision.Hosting.Import;

/// <summary>Where the value of one of our fields comes from, and the steps it takes, in this order.</summary>
internal sealed record FieldMapping
{
    /// <summary>Column of the file; or none, with a constant.</summary>
    public string? Column { get; init; }

    /// <summary>The same value for every row.</summary>
    public string? Constant { get; init; }

    /// <summary>Only the first characters of the value.</summary>
    public int? Prefix { get; init; }

    /// <summary>Their word to our word; a value that is not listed is a reject.</summary>
    public Dictionary<string, string>? Values { get; init; }

    /// <summary>Our word to the words of which one must occur in the text; any number of ours may result.</summary>
    public Dictionary<string, string[]>? Keywords { get; init; }

    /// <summary>Date formats to try, such as "yyyy/M/d".</summary>
    public string[]? Dates { get; init; }

    /// <summary>Between the entries of a list; ";" when not said.</summary>
    public string? Separator { get; init; }

    /// <summary>Taken when the value is empty.</summary>
    public string? Default { get; init; }
}
