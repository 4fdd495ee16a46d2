using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Supervision.Hosting.Wording;

namespace Supervision.Web.Localization;

/// <summary>The texts of the pages in the language of the request.</summary>
internal sealed class WebTexts
{
    // A page asks some hundred times, and a resource manager locks at each. No more than there are texts.
    private static readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> s_found = new(StringComparer.Ordinal);
    private static readonly ResourceManager s_texts = new("Supervision.Web.Resources.Texts", typeof(WebTexts).Assembly);

    private readonly ConcurrentDictionary<string, string> _found = s_found.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => new(StringComparer.Ordinal));

    /// <summary>The language of the request, for the page's lang attribute.</summary>
    public CultureInfo Culture { get; } = CultureInfo.CurrentUICulture;

    /// <summary>The text of a key; a key without a text is a fault of the program and says so.</summary>
    public string this[string key] => Find(key) ?? throw new InvalidOperationException($"No text for '{key}'.");

    /// <summary>The text of a key that data chose; null when there is none. The words for values of enumerations are those of every host.</summary>
    public string? Find(string key)
    {
        if (!_found.TryGetValue(key, out var text) && (text = s_texts.GetString(key, Culture) ?? Vocabulary.Find(key, Culture)) is not null)
        {
            _found[key] = text;
        }

        return text;
    }

    /// <summary>The text of a key with its arguments; numbers are grouped as the language does.</summary>
    public string Format(string key, params object?[] arguments) => string.Format(Culture, this[key], arguments);
}
