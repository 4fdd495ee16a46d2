using System.Collections;
using System.Globalization;
using System.Resources;
using Supervision.Decisions;

namespace Supervision.Web.Publication;

/// <summary>The checks of a published draw in words, for the page that verifies in the browser: the same sentences as on the command line, in the reader's language.</summary>
internal static class CheckWords
{
    private const string Prefix = "verify.";

    private static readonly ResourceManager s_texts = new("Supervision.Resources.Messages", typeof(Message).Assembly);

    /// <summary>One object: name of a check to its sentence, NAME.failed to what is wrong where it fails, with {0} for what should be and {1} for what is.</summary>
    public static void MapCheckWords(this IEndpointRouteBuilder app) =>
        app.MapGet("/verify/words.json", () => Results.Json(In(CultureInfo.CurrentUICulture)));

    // Every key has a text in the neutral language; the reader's may be another.
    private static Dictionary<string, string> In(CultureInfo culture) =>
        s_texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key).Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(key => key[Prefix.Length..], key => s_texts.GetString(key, culture)!, StringComparer.Ordinal);
}
