using System.Globalization;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// What the law asks of tasks beside a draw, each rule with its provision and the day from which it applies. Data, not
/// code: a bureau may read its own. Immutable, thread-safe.
/// </summary>
public sealed class TaskRules
{
    private static readonly Lazy<TaskRules> s_shipped = new(() => Parse(ShippedDocument.Read("Supervision.Inspections.Data.task-rules.json")));

    private readonly LegalBasis _entryScan;
    private readonly List<SourceRule> _sources;
    private readonly List<(string Field, LegalPeriod Period)> _rechecks;
    private readonly LegalPeriod _clue;
    private readonly List<Remedy> _remedies;

    private TaskRules(JsonElement root)
    {
        _entryScan = BasisOf(Required(root, "entryScan"));
        _sources = [.. Required(root, "sources").EnumerateArray().Select(SourceOf)];
        _rechecks = [.. Required(root, "rechecks").EnumerateArray().Select(json => (Required(json, "field").GetString()!, PeriodOf(json)))];
        _clue = PeriodOf(Required(root, "clue"));
        _remedies = [.. Required(root, "remedies").EnumerateArray().Select(json => new Remedy(Required(json, "text").GetString()!, BasisOf(json)))];
    }

    /// <summary>The rules that come with the library.</summary>
    public static TaskRules Shipped => s_shipped.Value;

    /// <summary>Reads rules: <c>entryScan</c>, <c>sources</c>, <c>rechecks</c>, <c>clue</c>, <c>remedies</c>, as in the shipped file.</summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message says where.</exception>
    public static TaskRules Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new TaskRules(document.RootElement);
    }

    /// <summary>Why a visit must be logged by a scan on a day; null while it need not.</summary>
    public LegalBasis? EntryScanOn(DateOnly date) => _entryScan.IsInForceOn(date) ? _entryScan : null;

    /// <summary>The rule of a source on a day; null when nothing lets it be inspected without a draw.</summary>
    public SourceRule? For(TaskSource source, DateOnly date) =>
        _sources.Find(rule => rule.Source == source && rule.Basis.IsInForceOn(date));

    /// <summary>How soon after the subject's report a recheck is due in a field; null when the law gives no period.</summary>
    public LegalPeriod? RecheckPeriod(string field, DateOnly date) => _rechecks
        .Where(rule => rule.Field == field && rule.Period.Basis.IsInForceOn(date)).Select(rule => rule.Period).FirstOrDefault();

    /// <summary>How long a clue may wait for the decision to file a case.</summary>
    public LegalPeriod CluePeriod => _clue;

    /// <summary>The remedies that an order must name on a day.</summary>
    public IReadOnlyList<Remedy> RemediesOn(DateOnly date) => [.. _remedies.Where(remedy => remedy.Basis.IsInForceOn(date))];

    private static SourceRule SourceOf(JsonElement json)
    {
        var name = Required(json, "source").GetString();
        return Enum.TryParse<TaskSource>(name, ignoreCase: true, out var source) && Enum.IsDefined(source)
            ? new SourceRule(source, BasisOf(json), json.TryGetProperty("due", out var due) ? PeriodOf(due) : null)
            : throw new JsonException($"'{name}' is not a source of tasks.");
    }

    private static LegalPeriod PeriodOf(JsonElement json)
    {
        var unit = Required(json, "unit").GetString();
        return Enum.TryParse<PeriodUnit>(unit, ignoreCase: true, out var known)
            ? new LegalPeriod(Required(json, "length").GetInt32(), known, BasisOf(json))
            : throw new JsonException($"'{unit}' is not a unit of a period.");
    }

    private static LegalBasis BasisOf(JsonElement json) => new(
        Required(json, "law").GetString()!, Required(json, "article").GetString()!, DateOf(json, "from"), DateOf(json, "to"));

    private static JsonElement Required(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new JsonException($"'{name}' is missing.");

    private static DateOnly? DateOf(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) ? null
        : DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new JsonException($"'{value.GetString()}' is not a date: write it as 2026-01-31.");
}
