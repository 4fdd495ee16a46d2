using System.Text.Json;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Matters;

/// <summary>
/// Periods and numbers of matters as dated data with provision and source; nothing of it stands in code. A bureau lays its own over
/// the shipped ones. Immutable, thread-safe.
/// </summary>
public sealed class MatterPolicy
{
    private static readonly Lazy<MatterPolicy> s_shipped = new(() => Parse(ShippedDocument.Read("Supervision.Matters.Data.matter-policy.json")));

    private readonly List<MatterPeriod> _periods;
    private readonly List<(string Key, decimal Value, LegalBasis Basis)> _numbers;

    private MatterPolicy(List<MatterPeriod> periods, List<(string Key, decimal Value, LegalBasis Basis)> numbers) =>
        (_periods, _numbers) = (periods, numbers);

    /// <summary>The policy that comes with the library.</summary>
    public static MatterPolicy Shipped => s_shipped.Value;

    /// <summary>Reads <c>periods</c> [{key, length, unit, since?, law, article, from, to?, source}, or <c>lastDay</c>, the name of a fact, for length and unit] and <c>numbers</c> [{key, value, …}].</summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message names the part.</exception>
    public static MatterPolicy Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new MatterPolicy(
            [.. CaseData.Items(root, "periods").Select(PeriodOf)],
            [.. CaseData.Items(root, "numbers").Select(item =>
                (CaseData.Text(item, "key"), CaseData.Required(item, "value").GetDecimal(), CaseData.BasisOf(item)))]);
    }

    /// <summary>This policy with another one laid over it: an entry of <paramref name="own"/> overrules one of the same key.</summary>
    public MatterPolicy With(MatterPolicy own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return new MatterPolicy([.. _periods, .. own._periods], [.. _numbers, .. own._numbers]);
    }

    /// <summary>The period of a key on a civil date, or null when nothing is due.</summary>
    public MatterPeriod? Period(string key, DateOnly date) =>
        _periods.FindLast(period => period.Key == key && period.Basis.IsInForceOn(date));

    /// <summary>The number of a key on a civil date.</summary>
    /// <exception cref="ArgumentException">SUP7001: none is in force.</exception>
    public decimal Number(string key, DateOnly date) => Numbered(key, date).Value;

    /// <summary>The provision of a number on a civil date.</summary>
    /// <exception cref="ArgumentException">SUP7001: none is in force.</exception>
    public LegalBasis BasisOf(string key, DateOnly date) => Numbered(key, date).Basis;

    private (string Key, decimal Value, LegalBasis Basis) Numbered(string key, DateOnly date)
    {
        var at = _numbers.FindLastIndex(number => number.Key == key && number.Basis.IsInForceOn(date));
        return at >= 0
            ? _numbers[at]
            : throw new ArgumentException(Refusal.Of("SUP7001", key, Invariant.Text(date)).ToString(), nameof(key));
    }

    private static MatterPeriod PeriodOf(JsonElement item)
    {
        if (item.TryGetProperty("lastDay", out var fact))
        {
            return new MatterPeriod(CaseData.Text(item, "key"), 0, PeriodUnit.CalendarDay, false, CaseData.BasisOf(item), CaseData.Text(item, "source"))
            {
                DayFact = fact.GetString(),
            };
        }

        var unit = CaseData.Required(item, "unit");
        return new MatterPeriod(
            CaseData.Text(item, "key"), CaseData.Required(item, "length").GetInt32(),
            unit.GetString() == "Hour" ? null : CaseData.EnumOf<PeriodUnit>(unit),
            item.TryGetProperty("since", out var since) && since.GetString() == "opening",
            CaseData.BasisOf(item), CaseData.Text(item, "source"));
    }
}
