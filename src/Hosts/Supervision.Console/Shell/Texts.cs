using System.Globalization;
using System.Resources;

namespace Supervision.Console.Shell;

/// <summary>The host's own texts in one language.</summary>
internal sealed class Texts(CultureInfo culture)
{
    private static readonly ResourceManager s_texts = new("Supervision.Console.Resources.Texts", typeof(Texts).Assembly);

    public CultureInfo Culture { get; } = culture;

    /// <summary>The text of a key; a key without a text is a fault of the program and says so.</summary>
    public string this[string key] =>
        s_texts.GetString(key, Culture) ?? throw new InvalidOperationException($"SUP9999: no text for '{key}'.");

    /// <summary>The text of a key, or null when there is none: for parts of the help that a command may leave out.</summary>
    public string? Find(string key) => s_texts.GetString(key, Culture);

    /// <summary>The text of a key with its arguments; numbers are grouped as the language does.</summary>
    public string Format(string key, params object?[] arguments) => string.Format(Culture, this[key], arguments);
}
