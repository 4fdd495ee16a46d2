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

    private static void LetNullBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(MayBeLeftOut))
        {
            property.IsRequired = false;
        }
    }
}
