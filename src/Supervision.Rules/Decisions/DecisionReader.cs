using Supervision.Decisions;
using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Decisions;

/// <summary>Reads <c>decisions:</c>, in any of their forms. A decision may name those above it.</summary>
internal sealed class DecisionReader(
    ExpressionReader expressions,
    KnownNames names,
    IReadOnlyDictionary<string, ColumnType>? given,
    IReadOnlyDictionary<string, PackScale> scales,
    LegalBasis source)
{
    private readonly PackReader _reader = expressions.Reader;
    private readonly Dictionary<string, PackDecision> _read = new(StringComparer.Ordinal);
    private KnownNames _names = names;

    /// <summary>The results of other policies, and then the decisions of this one, in order.</summary>
    public IReadOnlyDictionary<string, PackDecision> Read(IEnumerable<PackUse> uses, PackNode? node)
    {
        foreach (var use in uses)
        {
            Add(new UsedDecision(use));
        }

        foreach (var (name, value) in _reader.Entries(node))
        {
            if (_read.ContainsKey(name.Text))
            {
                _reader.Errors.Add(name, "SUP5007", name.Text);
                continue;
            }

            Add(One(name.Text, value));
        }

        return _read;
    }

    private void Add(PackDecision decision)
    {
        _read.Add(decision.Name, decision);
        _names = decision.Outputs.Count == 1
            ? _names.With(decision.Name, decision.Outputs[0].Type)
            : _names.With(decision.Name, FactType.Record(decision.Outputs));
    }

    private PackDecision One(string name, PackNode node)
    {
        var form = _reader.Object(node);
        return form.Optional("stages") is { } stages ? new StageReader(expressions, _names, scales, _read, source).Read(name, form, stages)
            : form.Optional("weights") is { } weights ? Weighted(name, form, weights)
            : form.Optional("value") is { } value ? Computed(name, form, value)
            : form.Optional("precedence") is { } precedence ? Precedence(name, form, precedence)
            : new TableReader(_reader, Facts(), scales).Read(name, form);
    }

    private Dictionary<string, ColumnType?> Facts()
    {
        var facts = given?.ToDictionary(fact => fact.Key, fact => (ColumnType?)fact.Value, StringComparer.Ordinal)
            ?? new Dictionary<string, ColumnType?>(StringComparer.Ordinal);
        foreach (var (name, type) in _names.Facts())
        {
            facts[name] = type.Kind switch
            {
                FactKind.Number => ColumnType.AnyNumber,
                FactKind.Truth => ColumnType.Boolean,
                _ => type.Words is { } words ? ColumnType.OfWords(words) : null,
            };
        }

        return facts;
    }

    private ComputedDecision Weighted(string name, PackObject form, PackNode node)
    {
        var parts = new List<(RuleExpression, decimal)>();
        foreach (var (of, weight) in _reader.Entries(node))
        {
            parts.Add((expressions.Number(of, _names), _reader.Number(weight)));
        }

        var round = RoundingReader.Read(_reader, form.Required("round"));
        Done(form);
        return new ComputedDecision(name, null, parts, round);
    }

    private ComputedDecision Computed(string name, PackObject form, PackNode node)
    {
        var value = expressions.Any(node, _names);
        var round = form.Optional("round") is { } given ? RoundingReader.Read(_reader, given) : null;
        Done(form);
        return new ComputedDecision(name, value, [], round);
    }

    private PrecedenceDecision Precedence(string name, PackObject form, PackNode node)
    {
        var isStrictest = _reader.Word(node, "first", "strictest") is "strictest";
        var known = _read.Values.Where(decision => decision.Outputs.Count == 1).Select(decision => decision.Name).ToList();
        var of = _reader.Items(form.Required("of")).Select(item => (At: item, Rule: _reader.Word(item, known.Count == 0 ? [""] : known))).ToList();
        Done(form);
        var types = of.Select(rule => _read.TryGetValue(rule.Rule, out var decision) ? decision.Outputs[0].Type : FactType.Unknown).ToList();
        var scale = types.Count > 0 && types[0].Scale is { } word ? scales[word] : null;
        foreach (var (at, type) in of.Select(rule => rule.At).Zip(types))
        {
            if (type.Scale != types[0].Scale || (isStrictest && scale is null && type.Kind != FactKind.Number))
            {
                _reader.Errors.Add(at, "SUP5209", types[0].Scale ?? types[0].ToString(), type.Scale ?? type.ToString());
            }
        }

        return new PrecedenceDecision(name, types.FirstOrDefault() ?? FactType.Unknown, scale, [.. of.Select(rule => rule.Rule)], isStrictest);
    }

    private void Done(PackObject form)
    {
        PackText.Note(_reader, form);
        form.Done();
    }
}
