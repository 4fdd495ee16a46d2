using System.Text.Json;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Cases;

/// <summary>
/// The periods, amounts and shares of penalty cases as dated data with their provisions: nothing of it stands in code. The
/// shipped document holds the national rules; a province's or a bureau's own numbers are laid over it. Immutable, thread-safe.
/// </summary>
public sealed class PenaltyProcedure
{
    private static readonly Lazy<PenaltyProcedure> s_shipped = new(() => Parse(ShippedDocument.Read("Supervision.Cases.Data.penalty-procedure.json")));

    private readonly List<PeriodEntry> _periods;
    private readonly List<(string Key, decimal Value, LegalBasis Basis)> _numbers;
    private readonly List<(string Key, PenaltyKind Kinds, LegalBasis Basis)> _kinds;
    private readonly List<(ExclusionKind Kind, HashSet<CaseDeadlineKind> Deadlines, LegalBasis Basis)> _exclusions;

    private PenaltyProcedure(
        List<PeriodEntry> periods,
        List<(string Key, decimal Value, LegalBasis Basis)> numbers,
        List<(string Key, PenaltyKind Kinds, LegalBasis Basis)> kinds,
        List<(ExclusionKind Kind, HashSet<CaseDeadlineKind> Deadlines, LegalBasis Basis)> exclusions) =>
        (_periods, _numbers, _kinds, _exclusions) = (periods, numbers, kinds, exclusions);

    /// <summary>The rules that come with the library.</summary>
    public static PenaltyProcedure Shipped => s_shipped.Value;

    /// <summary>
    /// Reads <c>periods</c> [{key, length, unit?, law, article, from, to?}], <c>numbers</c> [{key, value, …}], <c>kinds</c>
    /// [{key, kinds, …}] and <c>exclusions</c> [{exclusion, deadlines, …}]; each part may be missing.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message names the part.</exception>
    public static PenaltyProcedure Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new PenaltyProcedure(
            [.. CaseData.Items(root, "periods").Select(PeriodOf)],
            [.. CaseData.Items(root, "numbers").Select(item =>
                (CaseData.Text(item, "key"), CaseData.Required(item, "value").GetDecimal(), CaseData.BasisOf(item)))],
            [.. CaseData.Items(root, "kinds").Select(item =>
                (CaseData.Text(item, "key"), CaseData.KindsOf(item), CaseData.BasisOf(item)))],
            [.. CaseData.Items(root, "exclusions").Select(item => (
                CaseData.EnumOf<ExclusionKind>(CaseData.Required(item, "exclusion")),
                CaseData.Required(item, "deadlines").EnumerateArray().Select(CaseData.EnumOf<CaseDeadlineKind>).ToHashSet(),
                CaseData.BasisOf(item)))]);
    }

    /// <summary>These rules with others laid over them: an entry of <paramref name="own"/> overrules one of the same key.</summary>
    public PenaltyProcedure With(PenaltyProcedure own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return new PenaltyProcedure(
            [.. _periods, .. own._periods], [.. _numbers, .. own._numbers], [.. _kinds, .. own._kinds], [.. _exclusions, .. own._exclusions]);
    }

    /// <summary>The period of a key that applies to an event on a civil date.</summary>
    /// <exception cref="ArgumentException">SUP1906: none is in force.</exception>
    public LegalPeriod Period(string key, DateOnly date)
    {
        var entry = _periods.FindLast(p => Same(p.Key, key) && p.Basis.IsInForceOn(date)) ?? throw None(key, date);
        var unit = entry.Unit ?? PeriodConventions.Shipped.On(entry.Basis.Law, date).UnitOf(entry.Length);
        return new LegalPeriod(entry.Length, unit, entry.Basis);
    }

    /// <summary>The number of a key that applies on a civil date.</summary>
    /// <exception cref="ArgumentException">SUP1906: none is in force.</exception>
    public CaseNumber Number(string key, DateOnly date) => FindNumber(key, date) ?? throw None(key, date);

    /// <summary>The number of a key that applies on a civil date, or null: not every law has it.</summary>
    internal CaseNumber? FindNumber(string key, DateOnly date)
    {
        var at = _numbers.FindLastIndex(n => Same(n.Key, key) && n.Basis.IsInForceOn(date));
        return at < 0 ? null : new CaseNumber(_numbers[at].Value, _numbers[at].Basis);
    }

    /// <summary>The kinds of penalty that belong to a key on a civil date.</summary>
    /// <exception cref="ArgumentException">SUP1906: none are in force.</exception>
    public PenaltyKind Kinds(string key, DateOnly date)
    {
        var at = _kinds.FindLastIndex(k => Same(k.Key, key) && k.Basis.IsInForceOn(date));
        return at < 0 ? throw None(key, date) : _kinds[at].Kinds;
    }

    /// <summary>The provision that excludes days of a kind from a clock, or null when they count.</summary>
    public LegalBasis? Excludes(ExclusionKind exclusion, CaseDeadlineKind deadline, DateOnly date)
    {
        var at = _exclusions.FindLastIndex(e => e.Kind == exclusion && e.Basis.IsInForceOn(date));
        return at >= 0 && _exclusions[at].Deadlines.Contains(deadline) ? _exclusions[at].Basis : null;
    }

    private static PeriodEntry PeriodOf(JsonElement item) => new(
        CaseData.Text(item, "key"),
        CaseData.Required(item, "length").GetInt32(),
        item.TryGetProperty("unit", out var unit) ? CaseData.EnumOf<PeriodUnit>(unit) : null,
        CaseData.BasisOf(item));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static ArgumentException None(string key, DateOnly date) =>
        new(Refusal.Of("SUP1906", key, Invariant.Text(date)).ToString(), nameof(key));

    private sealed record PeriodEntry(string Key, int Length, PeriodUnit? Unit, LegalBasis Basis);
}
