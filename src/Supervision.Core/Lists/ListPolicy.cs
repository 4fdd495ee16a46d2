using System.Text.Json;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.Lists;

/// <summary>
/// Lists as dated data with provision and source: the grounds, what a removal asks for, which lists bar a repair of points, the measures that
/// follow, and what a list does to the frame of a draw. Periods are the matter policy's. Immutable, thread-safe.
/// </summary>
public sealed class ListPolicy
{
    private static readonly Lazy<ListPolicy> s_shipped = new(() => Parse(ShippedDocument.Read("Supervision.Lists.Data.list-policy.json")));

    private readonly List<ListGround> _grounds;
    private readonly List<(ListKind Kind, LegalBasis Basis, IReadOnlyList<string> Asks)> _removals;
    private readonly List<(ListKind Kind, LegalBasis Basis)> _bars;
    private readonly List<(ListKind Kind, FollowingMeasure Measure)> _measures;
    private readonly List<(ListKind Kind, LegalBasis Basis, string? Tier, bool WaivesCoolDown)> _frame;

    private ListPolicy(JsonElement root, string document)
    {
        Document = document;
        _grounds = [.. CaseData.Items(root, "grounds").Select(GroundOf)];
        _removals = [.. CaseData.Items(root, "removals").Select(item => (KindOf(item), CaseData.BasisOf(item), Words(item, "asks")))];
        _bars = [.. CaseData.Items(root, "repairBars").Select(item => (KindOf(item), CaseData.BasisOf(item)))];
        _measures = [.. CaseData.Items(root, "measures").Select(item => (KindOf(item), MeasureOf(item)))];
        _frame = [.. CaseData.Items(root, "frame").Select(item => (
            KindOf(item), CaseData.BasisOf(item), TierOf(item), item.TryGetProperty("waivesCoolDown", out var waives) && waives.GetBoolean()))];
    }

    /// <summary>The policy that comes with the library; a bureau gives its own.</summary>
    public static ListPolicy Shipped => s_shipped.Value;

    /// <summary>The document that it was read from.</summary>
    public string Document { get; }

    /// <summary>
    /// Reads <c>grounds</c> [{kind, id, text, letters? {least, most}, penalties?, classes?}], <c>removals</c> [{kind, asks}], <c>repairBars</c>
    /// [{kind}], <c>measures</c> [{kind, id, title, fields}] and <c>frame</c> [{kind, tier?, waivesCoolDown?}], each with law, article, from, to? and source.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message names the part.</exception>
    public static ListPolicy Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new ListPolicy(document.RootElement, json);
    }

    /// <summary>The grounds on a civil date, by list and id.</summary>
    public IReadOnlyList<ListGround> GroundsOn(DateOnly date) =>
        [.. _grounds.Where(ground => ground.Basis.IsInForceOn(date)).OrderBy(ground => ground.Kind).ThenBy(ground => ground.Id, StringComparer.Ordinal)];

    /// <summary>The ground of a list on a civil date. SUP3153: there is none.</summary>
    internal Outcome<ListGround> Ground(ListKind kind, string id, DateOnly date) =>
        _grounds.FindLast(ground => ground.Kind == kind && ground.Id == id && ground.Basis.IsInForceOn(date)) is { } found
            ? found
            : Refusal.Of("SUP3153", kind.ToString(), id, string.Join(", ", GroundsOn(date).Where(ground => ground.Kind == kind).Select(ground => ground.Id)));

    /// <summary>What a removal from a list asks for, each the name of a fact that is to be "yes".</summary>
    internal IReadOnlyList<string> AsksOn(ListKind kind, DateOnly date) =>
        _removals.FindLast(removal => removal.Kind == kind && removal.Basis.IsInForceOn(date)).Asks ?? [];

    /// <summary>The provision by which a list bars its subjects from having points given back, or null.</summary>
    internal LegalBasis? RepairBarOn(ListKind kind, DateOnly date) => _bars.FindLast(bar => bar.Kind == kind && bar.Basis.IsInForceOn(date)).Basis;

    /// <summary>The measures that follow from a list.</summary>
    internal IReadOnlyList<FollowingMeasure> MeasuresOn(ListKind kind, DateOnly date) =>
        [.. _measures.Where(one => one.Kind == kind && one.Measure.Basis.IsInForceOn(date)).Select(one => one.Measure)];

    /// <summary>
    /// What each list does to a frame on a civil date: the least tier of its subjects, or null where they are left in peace, and whether a recent
    /// visit does not keep them out.
    /// </summary>
    internal IReadOnlyDictionary<ListKind, (string? Tier, bool WaivesCoolDown, LegalBasis Basis)> FrameOn(DateOnly date)
    {
        var marks = new Dictionary<ListKind, (string?, bool, LegalBasis)>();
        foreach (var (kind, basis, tier, waives) in _frame.Where(mark => mark.Basis.IsInForceOn(date)))
        {
            marks[kind] = (tier, waives, basis);
        }

        return marks;
    }

    private static ListGround GroundOf(JsonElement item) =>
        new(KindOf(item), CaseData.Text(item, "id"), CaseData.Text(item, "text"), CaseData.BasisOf(item), CaseData.Text(item, "source"))
        {
            Letters = item.TryGetProperty("letters", out var letters)
                ? (CaseData.Required(letters, "least").GetInt32(), CaseData.Required(letters, "most").GetInt32())
                : null,
            Penalties = CaseData.Items(item, "penalties").Aggregate(PenaltyKind.None, (kinds, kind) => kinds | CaseData.EnumOf<PenaltyKind>(kind)),
            Classes = Words(item, "classes"),
        };

    private static FollowingMeasure MeasureOf(JsonElement item) =>
        new(CaseData.Text(item, "id"), CaseData.Text(item, "title"), Words(item, "fields"), CaseData.BasisOf(item));

    private static ListKind KindOf(JsonElement item) => CaseData.EnumOf<ListKind>(CaseData.Required(item, "kind"));

    private static IReadOnlyList<string> Words(JsonElement item, string name) => [.. CaseData.Items(item, name).Select(word => word.GetString()!)];

    private static string? TierOf(JsonElement item) => !item.TryGetProperty("tier", out var tier) ? null
        : tier.GetString() is "A" or "B" or "C" or "D" ? tier.GetString()
        : throw new JsonException($"The tier '{tier}' is none of A, B, C, D.");
}
