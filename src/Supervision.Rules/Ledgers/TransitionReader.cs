using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads <c>transition:</c>, one clause a ledger.</summary>
internal sealed class TransitionReader(ExpressionReader expressions, PackVocabulary vocabulary)
{
    private readonly PackReader _reader = expressions.Reader;

    public IReadOnlyDictionary<string, TransitionRule> Read(PackNode node, IReadOnlyList<LedgerDefinition> ledgers)
    {
        var rules = new Dictionary<string, TransitionRule>(StringComparer.Ordinal);
        foreach (var (name, value) in _reader.Entries(node))
        {
            rules.Add(_reader.Word(name, [.. ledgers.Select(ledger => ledger.Name), .. ledgers.Count == 0 ? new[] { "" } : []]), One(value));
        }

        return rules;
    }

    private TransitionRule One(PackNode node)
    {
        var form = _reader.Object(node);
        var open = _reader.Word(form.Required("open"), "keep", "end", "remap", "reprice", "opening");
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (old, key) in open is "remap" ? _reader.Entries(form.Required("keys")) : [])
        {
            keys.Add(old.Text, _reader.Text(key));
        }

        var opening = open is "opening" ? expressions.Number(form.Required("points"), vocabulary.State) : null;
        PackText.Note(_reader, form);
        form.Done();
        return new TransitionRule(open, keys, opening);
    }
}
