using System.Globalization;
using System.Text.Json;

namespace Supervision.Sampling;

/// <summary>The replacements of officers in <see cref="BundleFile.MatchRedraws"/>.</summary>
internal static class RedrawFile
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:sszzz";

    public static string Text(DateTimeOffset at) => at.ToString(Instant, CultureInfo.InvariantCulture);

    public static void Write(Utf8JsonWriter json, MatchBundle match)
    {
        json.WriteString("announcementHash", match.Announcement.Hash.ToString());
        json.WriteStartArray("redraws");
        foreach (var redraw in match.Redraws)
        {
            json.WriteStartObject();
            json.WriteString("task", redraw.TaskId);
            json.WriteString("left", redraw.Left);
            json.WriteString("newcomer", redraw.Newcomer);
            json.WriteString("reason", redraw.Reason);
            json.WriteString("approver", redraw.Approver);
            json.WriteString("at", Text(redraw.At));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <exception cref="FormatException">A property is malformed.</exception>
    public static OfficerRedraw Read(JsonElement json) => new(
        Label(json, "task"),
        Label(json, "left"),
        json.GetProperty("newcomer").ValueKind == JsonValueKind.Null ? null : Label(json, "newcomer"),
        Label(json, "reason"),
        Label(json, "approver"),
        DateTimeOffset.TryParseExact(
            Label(json, "at"), Instant, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : throw new FormatException("at"));

    private static string Label(JsonElement json, string name) =>
        json.GetProperty(name).GetString() is { } text && Texts.IsLabel(text) ? text : throw new FormatException(name);
}
