namespace Supervision.Storage.Stores.DecisionSupport;

/// <summary>A field of a source: its expression, and how a value of a definition is written for it.</summary>
internal sealed record IndicatorField(string Sql, Func<string, object> Value)
{
    public static IndicatorField Text(string sql) => new(sql, value => value);

    public static IndicatorField Flag(string condition) => new($"CASE WHEN {condition} THEN 1 ELSE 0 END", value => value == "true" ? 1 : 0);

    public static IndicatorField Named<T>(string sql)
        where T : struct, Enum => new(sql, value => Convert.ToInt32(Enum.Parse<T>(value), System.Globalization.CultureInfo.InvariantCulture));
}
