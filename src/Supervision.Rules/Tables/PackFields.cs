using System.Text;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Tables;

/// <summary>
/// The values of a pack that a form can offer, and the pack with some of them changed: the rest of the text, comments included, stays as
/// its author wrote it. Thread-safe.
/// </summary>
public static class PackFields
{
    /// <summary>Version, period, parameters and cells of tables, in the order of the pack. What is written over several lines is left out.</summary>
    /// <param name="name">Name of the file, for error texts.</param>
    /// <param name="text">The pack.</param>
    /// <exception cref="RulePackException">SUP5001 – 5006: it cannot be read as YAML or JSON. It need not be free of other errors.</exception>
    public static IReadOnlyList<PackField> Of(string name, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(text);
        return [.. Places(name, text).Select(place => place.Field)];
    }

    /// <summary>The text with other values.</summary>
    /// <param name="name">Name of the file, for error texts.</param>
    /// <param name="text">The pack.</param>
    /// <param name="values">New texts by <see cref="PackField.Id"/>; an id that the text does not have is passed over.</param>
    /// <exception cref="RulePackException">SUP5001 – 5006: the text cannot be read as YAML or JSON. Whether the new one loads is not asked.</exception>
    public static string Change(string name, string text, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        var result = new StringBuilder(text);
        foreach (var (field, scalar, start) in Places(name, text).OrderByDescending(place => place.Start))
        {
            if (values.TryGetValue(field.Id, out var value) && !string.Equals(value, field.Text, StringComparison.Ordinal))
            {
                result.Remove(start, Length(text, start, scalar)).Insert(start, ScalarText.Of(value, scalar.IsQuoted));
            }
        }

        return result.ToString();
    }

    private static IEnumerable<(PackField Field, PackScalar Scalar, int Start)> Places(string name, string text)
    {
        var errors = new PackErrors(name);
        var tree = YamlTree.Parse(Encoding.UTF8.GetBytes(text), errors);
        errors.ThrowIfAny();
        var lines = ScalarText.LineStarts(text);
        foreach (var (scalar, kind, of, row, label) in FieldWalk.Of(tree))
        {
            var start = lines[scalar.Line - 1] + scalar.Column - 1;
            if (Length(text, start, scalar) > 0)
            {
                yield return (new PackField($"{Invariant.Text(scalar.Line)}:{Invariant.Text(scalar.Column)}", kind, of, row, label, scalar.Text), scalar, start);
            }
        }
    }

    // Length of the scalar in the text; 0 where it is not on one line as it reads.
    private static int Length(string text, int start, PackScalar scalar) => ScalarText.Length(text, start, scalar.Text, scalar.IsQuoted);
}
