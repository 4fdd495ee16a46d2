namespace Supervision.Documents;

/// <summary>
/// What is printed into a template: texts by field, and rows by list. Nothing is computed here; dates and amounts arrive as
/// they are printed. Immutable.
/// </summary>
/// <param name="Values">Texts by the name of their field.</param>
/// <param name="Lists">Rows by the name of their list, each row with texts by column.</param>
public sealed record DocumentFacts(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Lists)
{
    /// <summary>Facts without lists.</summary>
    public static DocumentFacts Of(params IReadOnlyList<(string Field, string Text)> values) => new(
        values.ToDictionary(pair => pair.Field, pair => pair.Text, StringComparer.Ordinal),
        new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal));

    /// <summary>The same facts with one more list.</summary>
    public DocumentFacts With(string list, IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => this with
    {
        Lists = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(Lists, StringComparer.Ordinal) { [list] = rows },
    };
}
