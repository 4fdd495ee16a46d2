using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Supervision.Hashing;
using Supervision.Registry;

namespace Supervision.Web.Api;

/// <summary>How the API writes and reads JSON: camelCase, enums by name, Chinese readable, nothing missing but what may be null, and nothing nested deep.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Sets options, those of the description of the API too.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // answers are application/json with nosniff, never part of a page
        options.MaxDepth = 32;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(LetNullBeLeftOut);
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.Converters.Add(new TextConverter<Digest>(text => Digest.TryParse(text, out var digest) ? digest : throw new JsonException("This is not a hash.")));
        options.Converters.Add(new TextConverter<UnifiedSocialCreditCode>(text => UnifiedSocialCreditCode.Parse(text).TryGet(out var code, out _) ? code : throw new JsonException("This is not a unified social credit code.")));
        options.Converters.Add(new RefusalConverter());
        options.Converters.Add(new MessageConverter());
        return options;
    }

    /// <summary>Whether a member need not be written: null is what it then is.</summary>
    public static bool MayBeLeftOut(JsonPropertyInfo property) => property.AssociatedParameter is { IsNullable: true };

    /// <summary>What is wrong with a text and where; the library names a type of this program, which no client knows.</summary>
    public static string WordsOf(JsonException broken)
    {
        const string Missing = "was missing required properties including:";
        const string Unfit = "The JSON value could not be converted";
        var words = broken.Message;
        if (words.IndexOf(Missing, StringComparison.Ordinal) is >= 0 and var at)
        {
            return "Missing:" + words[(at + Missing.Length)..];
        }

        words = words.StartsWith(Unfit, StringComparison.Ordinal) ? "This value cannot be taken here." : words.Split(" Path: ")[0];
        return (broken.LineNumber, broken.BytePositionInLine) switch
        {
            (0, { } place) => string.Create(CultureInfo.InvariantCulture, $"{words} (byte {place + 1})"),
            ({ } line, { } place) => string.Create(CultureInfo.InvariantCulture, $"{words} (line {line + 1}, byte {place + 1})"),
            _ => words,
        };
    }

    private static void LetNullBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(MayBeLeftOut))
        {
            property.IsRequired = false;
        }
    }
}
