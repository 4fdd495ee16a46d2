namespace Supervision.Rules.Feel;

/// <summary>A value in an error: its text, cut where it is long, and its type.</summary>
internal static class FeelDescription
{
    private const int MostLetters = 60;

    public static string Of(FeelValue value)
    {
        // A whole list would cost more than the error is worth.
        var text = value.Kind switch
        {
            FeelKind.List => $"[{FeelText.Of(value.List.Count)}]",
            FeelKind.Context => $"{{{FeelText.Of(value.Context.Entries.Count)}}}",
            FeelKind.Text when value.Text.Length > MostLetters => $"\"{value.Text[..MostLetters]}…\"",
            _ => FeelText.Literal(value),
        };
        return value.IsNull ? text : $"{text} ({FeelType.OfValue(value).Name})";
    }
}
