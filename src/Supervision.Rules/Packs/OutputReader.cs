using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Reads <c>outputs:</c>: what a pack answers, with its type.</summary>
internal sealed class OutputReader(
    PackReader reader, PackVocabulary vocabulary, IReadOnlyDictionary<string, PackDecision> decisions)
{
    private static readonly string[] s_roundings = ["up", "down", "halfUp", "halfEven", "systematic", "leastOne"];

    public IReadOnlyList<PackOutput> Read(PackNode node) =>
        [.. reader.Entries(node).Select(entry => One(entry.Key.Text, entry.Value))];

    private PackOutput One(string name, PackNode node)
    {
        var form = reader.Object(node);
        var kind = reader.Word(form.Required("kind"), "grade", "amount", "list", "every", "times", "ratio");
        var byTable = kind is "every" or "times" or "ratio";
        var (of, type) = Of(form.Required(byTable ? "by" : "of"), kind);
        var unit = kind is "amount" ? reader.Text(form.Required("unit")) : kind is "ratio" ? reader.Text(form.Required("population")) : "";
        var shared = Shared(form, kind);
        var values = byTable ? Values(form.Required("values"), kind, type, shared) : null;
        var output = new PackOutput(
            name, kind, of, values, unit, form.Optional("appliesTo") is { } when ? reader.Word(when, "now", "nextPeriod") : "now");
        PackText.Note(reader, form);
        form.Done();
        return output;
    }

    private (string Name, FactType Type) Of(PackNode? node, string kind)
    {
        var wanted = kind switch { "amount" => FactKind.Number, "list" => FactKind.List, _ => FactKind.Text };
        var known = decisions.Values
            .SelectMany(decision => decision.Outputs.Select((output, at) => KeyValuePair.Create(decision.NameOf(at), output.Type)))
            .Concat(vocabulary.State.Facts())
            .Where(name => name.Value.Kind == wanted)
            .DistinctBy(name => name.Key, StringComparer.Ordinal)
            .ToDictionary(name => name.Key, name => name.Value, StringComparer.Ordinal);
        if (known.Count == 0)
        {
            reader.Errors.Add(node!, "SUP5020", node!.Form, new FactType(wanted).ToString());
            return ("", FactType.Unknown);
        }

        var name = reader.Word(node, [.. known.Keys]);
        return (name, known[name]);
    }

    // What all values of an output have in common.
    private List<(string, Fact)> Shared(PackObject form, string kind)
    {
        var shared = new List<(string, Fact)>();
        if (kind is "times")
        {
            shared.Add(("per", Fact.Of(reader.Word(form.Required("per"), "month", "quarter", "halfYear", "year"))));
        }
        else if (kind is "ratio")
        {
            shared.Add(("rounding", Fact.Of(reader.Word(form.Required("rounding"), s_roundings))));
        }
        else if (kind is "every" && form.Optional("tolerance") is { } tolerance)
        {
            shared.Add(("tolerance", Fact.Of(reader.Period(tolerance).ToString())));
        }

        return shared;
    }

    private Dictionary<string, Fact> Values(PackNode? node, string kind, FactType type, List<(string, Fact)> shared)
    {
        var values = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var (word, value) in reader.Entries(node))
        {
            values[word.Text] = Fact.Record([.. kind is "every" ? [("span", Fact.Of(reader.Period(value).ToString()))] : Bounds(value, kind), .. shared]);
        }

        if (type.Words?.Where(word => !values.ContainsKey(word)).ToList() is { Count: > 0 } missing && node is not null)
        {
            reader.Errors.Add(node, "SUP5021", kind, "outputs", string.Join(", ", missing));
        }

        return values;
    }

    private List<(string, Fact)> Bounds(PackNode node, string kind)
    {
        var form = reader.Object(node);
        var bounds = new List<(string, Fact)>();
        foreach (var bound in kind is "ratio" ? new[] { "exact", "least", "most" } : ["least", "most"])
        {
            if (form.Optional(bound) is { } value)
            {
                bounds.Add((bound, Fact.Of(kind is "ratio" ? Share(value) : reader.Number(value))));
            }
        }

        if (form.Optional("asNeeded") is { } free)
        {
            bounds.Add(("asNeeded", Fact.Of(reader.Boolean(free))));
        }

        form.Done();
        if (bounds.Count == 0)
        {
            reader.Errors.Add(node, "SUP5009", "least");
        }

        return bounds;
    }

    private decimal Share(PackNode node)
    {
        var share = node is PackScalar { IsQuoted: false } scalar && PackReader.TryExact(scalar.Text, 10, out var exact) ? exact : reader.Number(node);
        if (share is < 0 or > 1)
        {
            reader.Errors.Add(node, "SUP5207", Invariant.Text(share));
        }

        return share;
    }
}
