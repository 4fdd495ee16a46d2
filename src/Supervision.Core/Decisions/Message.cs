using System.Globalization;
using System.Resources;

namespace Supervision.Decisions;

/// <summary>
/// A text for a person, kept as a resource key with its arguments so that it can be shown in zh-CN or English
/// at any later time. Immutable; thread-safe.
/// </summary>
public sealed class Message
{
    private static readonly ResourceManager s_texts =
        new("Supervision.Resources.Messages", typeof(Message).Assembly);

    private Message(string key, string[] arguments, bool isLiteral)
    {
        Key = key;
        Arguments = arguments;
        IsLiteral = isLiteral;
    }

    /// <summary>The resource key; for a literal message the text itself.</summary>
    public string Key { get; }

    /// <summary>Arguments in order, already formatted without a culture (ISO dates, plain decimals).</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Whether <see cref="Key"/> is the text itself: statutory text and rule-pack text are data.</summary>
    public bool IsLiteral { get; }

    /// <summary>A message whose text is the resource <paramref name="key"/>, filled with the arguments.</summary>
    public static Message Of(string key, params string[] arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(arguments);
        return new Message(key, arguments, isLiteral: false);
    }

    /// <summary>A message that is data and is not translated, such as the title of a check point.</summary>
    public static Message Literal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Message(text, [], isLiteral: true);
    }

    /// <summary>
    /// The text in a culture; an unknown key, or a text that asks for more than was kept, yields the key and its arguments, never an
    /// exception: a message may have been stored by another version. An argument that names a value of an enumeration, or several with
    /// commas between them, is said in its word where the text names the words, as in <c>{0:case.state}</c>; one without a word stays as it is.
    /// </summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        if (IsLiteral)
        {
            return Key;
        }

        try
        {
            return s_texts.GetString(Key, culture) is { } format
                ? string.Format(new Words(culture), format, [.. Arguments])
                : Bare();
        }
        catch (FormatException)
        {
            return Bare();
        }

        string Bare() => Arguments.Count == 0 ? Key : $"{Key}({string.Join(", ", Arguments)})";
    }

    /// <summary>The text in English, for logs and debuggers.</summary>
    public override string ToString() => In(CultureInfo.GetCultureInfo("en"));

    // An argument with a format is a value of an enumeration, and the format the place of its words among the texts.
    private sealed class Words(CultureInfo culture) : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider)
        {
            var value = (string?)arg ?? "";
            if (string.IsNullOrEmpty(format))
            {
                return value;
            }

            List<string> words = [.. value.Split(", ").Select(one => s_texts.GetString($"{format}.{one}", culture) ?? one)];
            var usual = s_texts.GetString("word.separator", culture)!;
            // A word that has the separator in it would run into the next one.
            return string.Join(words.Exists(word => word.Contains(usual, StringComparison.Ordinal)) ? s_texts.GetString("word.separator.wide", culture) : usual, words);
        }
    }
}
