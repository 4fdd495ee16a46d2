using Supervision.Decisions;
using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Decisions;

/// <summary>Reads <c>stages:</c>.</summary>
internal sealed class StageReader(
    ExpressionReader expressions,
    KnownNames names,
    IReadOnlyDictionary<string, PackScale> scales,
    IReadOnlyDictionary<string, PackDecision> above,
    LegalBasis source)
{
    private static readonly string[] s_verbs = ["table", "set", "atMost", "atLeast", "hold"];
    private readonly PackReader _reader = expressions.Reader;

    public PackDecision Read(string name, PackObject form, PackNode node)
    {
        var at = form.Required("scale");
        var scale = scales.Count == 0 ? Missing(at) : scales[_reader.Word(at, [.. scales.Keys])];
        var stages = _reader.Items(node).Select((stage, number) => One(stage, number + 1, scale)).ToList();
        PackText.Note(_reader, form);
        form.Done();
        return new StagedDecision(name, scale, stages);
    }

    private Stage One(PackNode node, int number, PackScale scale)
    {
        var form = _reader.Object(node);
        var verb = Array.Find(s_verbs, form.Has) ?? "";
        if (verb.Length == 0)
        {
            _reader.Errors.Add(node, "SUP5009", string.Join(" | ", s_verbs));
        }

        var operand = form.Optional(verb.Length == 0 ? "set" : verb) is { } given ? Operand(verb, given, scale) : "";
        var stage = new Stage(
            form.Optional("name") is { } name ? _reader.Text(name) : $"{Invariant.Text(number)}",
            verb,
            operand,
            form.Optional("when") is { } when ? expressions.Truth(when, names) : null,
            form.Optional("final") is { } final && _reader.Boolean(final),
            form.Optional("basis") is { } basis ? Citation.Read(_reader, basis).Basis : source);
        PackText.Note(_reader, form);
        form.Done();
        return stage;
    }

    private string Operand(string verb, PackNode node, PackScale scale)
    {
        if (verb is "hold")
        {
            return _reader.Word(node, "previous");
        }

        if (verb is not "table")
        {
            return _reader.Word(node, verb is "set" ? scale.Words : scale.Order);
        }

        var tables = above.Values.Where(decision => decision.Outputs is [{ Type.Words: not null }]).ToDictionary(decision => decision.Name, StringComparer.Ordinal);
        var name = _reader.Word(node, tables.Count == 0 ? [""] : [.. tables.Keys]);
        if (tables.TryGetValue(name, out var table) && table.Outputs[0].Type is var type
            && (type.Scale is { } other ? other != scale.Name : !type.Words!.All(word => scale.Words.Contains(word, StringComparer.Ordinal))))
        {
            _reader.Errors.Add(node, "SUP5209", scale.Name, type.Scale ?? type.ToString());
        }

        return name;
    }

    private PackScale Missing(PackNode? at)
    {
        if (at is not null)
        {
            _reader.Errors.Add(at, "SUP5020", at.Form, "scales: { … } of the pack");
        }

        return new PackScale("", ["-"], []);
    }
}
