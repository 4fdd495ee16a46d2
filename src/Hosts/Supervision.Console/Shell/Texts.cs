using System.Globalization;
using System.Resources;

namespace Supervision.Console.Shell;

/// <summary>The host's own texts in one language.</summary>
internal sealed class Texts(CultureInfo culture)
{
    private static readonly ResourceManager s_texts = new("Supervision.Console.Resources.Texts", typeof(Texts).Assembly);

    public CultureInfo Culture { get; } = culture;

    /// <summary>The text of a key; a key without a text is a fault of the program and says so.</summary>
    public string this[string key] => Find(key) ?? throw new InvalidOperationException($"SUP9999: no text for '{key}'.");

    /// <summary>The text of a key, or null when there is none: for parts of the help that a command may leave out.</summary>
    public string? Find(string key) => s_texts.GetString(key, Culture) ?? Vocabulary.Find(key, Culture);

    /// <summary>The word for a value of an enumeration; several at once are a list of words.</summary>
    public string Word(Enum value) => Vocabulary.Of(value, Culture);

    /// <summary>The text of a key with its arguments; numbers are grouped as the language does, and a value of an enumeration is said in its word.</summary>
    public string Format(string key, params object?[] arguments) =>
        string.Format(Culture, this[key], [.. arguments.Select(argument => argument is Enum value && Vocabulary.Places.ContainsKey(value.GetType()) ? Word(value) : argument)]);
}
