using System.Text.Json;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.Commitments;

/// <summary>Which licence items can be had by a promise, and in which fields none can: dated data. Immutable, thread-safe.</summary>
public sealed class CommitmentItems
{
    private static readonly Lazy<CommitmentItems> s_shipped =
        new(() => Parse(ShippedDocument.Read("Supervision.Commitments.Data.commitment-items.json")));

    private readonly List<(CommitmentItem Item, string Field, LegalBasis Basis)> _items;
    private readonly List<(string Field, string Text, LegalBasis Basis)> _excluded;

    private CommitmentItems(List<(CommitmentItem, string, LegalBasis)> items, List<(string, string, LegalBasis)> excluded) =>
        (_items, _excluded) = (items, excluded);

    /// <summary>The items that come with the library: examples of the sources, with codes of the example catalogue.</summary>
    public static CommitmentItems Shipped => s_shipped.Value;

    /// <summary>
    /// Reads <c>items</c> [{code, name, field, checkItem, terms: [{id, text, address?}], law, article, from, to?}] and <c>excluded</c>
    /// [{field, text, law, article, from, to?}].
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message names the part.</exception>
    public static CommitmentItems Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new CommitmentItems(
            [.. CaseData.Items(document.RootElement, "items").Select(item => (ItemOf(item), CaseData.Text(item, "field"), CaseData.BasisOf(item)))],
            [.. CaseData.Items(document.RootElement, "excluded").Select(item => (CaseData.Text(item, "field"), CaseData.Text(item, "text"), CaseData.BasisOf(item)))]);
    }

    /// <summary>All items on a civil date, by code.</summary>
    public IReadOnlyList<CommitmentItem> On(DateOnly date) =>
        [.. _items.Where(item => item.Basis.IsInForceOn(date)).Select(item => item.Item).OrderBy(item => item.Code, StringComparer.Ordinal)];

    /// <summary>The item with a code on a civil date. SUP3101: none can be had by a promise; SUP3102: its field is excluded.</summary>
    public Outcome<CommitmentItem> Find(string code, DateOnly date)
    {
        var at = _items.FindLastIndex(item => item.Item.Code == code && item.Basis.IsInForceOn(date));
        if (at < 0)
        {
            return Refusal.Of("SUP3101", code, Invariant.Text(date), string.Join(", ", On(date).Select(item => item.Code)));
        }

        var (item, field, _) = _items[at];
        var barred = _excluded.FindLastIndex(one => one.Field == field && one.Basis.IsInForceOn(date));
        return barred < 0 ? item : Refusal.Of("SUP3102", code, _excluded[barred].Text).On(_excluded[barred].Basis);
    }

    private static CommitmentItem ItemOf(JsonElement item)
    {
        var read = new CommitmentItem(
            CaseData.Text(item, "code"), CaseData.Text(item, "name"), CaseData.Text(item, "checkItem"),
            [.. CaseData.Required(item, "terms").EnumerateArray().Select(term => new CommitmentTerm(
                CaseData.Text(term, "id"), CaseData.Text(term, "text"), term.TryGetProperty("address", out var address) && address.GetBoolean()))]);
        return Identifier.IsValid(read.Code) && read.Terms.Count > 0
            && read.Terms.Select(term => term.Id).Distinct(StringComparer.Ordinal).Count() == read.Terms.Count
            ? read
            : throw new JsonException($"The item '{read.Code}' needs an identifier as code and at least one term, each with an id of its own.");
    }
}
