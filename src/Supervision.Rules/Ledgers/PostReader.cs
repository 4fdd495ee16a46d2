using Supervision.Decisions;
using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads the lines of <c>post</c> of one ledger.</summary>
internal sealed class PostReader(
    ExpressionReader expressions, PackVocabulary vocabulary, LegalBasis source, string ledger, List<(string Id, string On)> above)
{
    private readonly PackReader _reader = expressions.Reader;
    private readonly List<(PackNode At, PostLine Line)> _read = [];

    /// <summary>The lines read so far, with their places.</summary>
    public IReadOnlyList<(PackNode At, PostLine Line)> Read => _read;

    public PostLine Line(PackNode node)
    {
        var form = _reader.Object(node);
        var kinds = vocabulary.Kinds(_reader, form.Required("when"));
        var type = vocabulary.EventType(kinds);
        var each = form.Optional("each") is { } every ? vocabulary.Field(_reader, every, kinds, FactKind.List) : null;
        var on = form.Optional("on") is { } date ? vocabulary.Field(_reader, date, kinds, FactKind.Date) : null;
        var names = vocabulary.State.With("event", type);
        if (each is { Length: > 0 })
        {
            names = names.With("item", type.Fields![each].Item!);
        }

        var key = form.Optional("key") is { } named ? expressions.Any(named, names) : null;
        names = key is null ? names : names.With("key", key.Type.Kind == FactKind.Text ? key.Type : FactType.Text);
        var gathers = form.Optional("gather") is { } gathered
            ? new GatherReader(expressions, vocabulary, names, ledger, type).Read(gathered)
            : new Dictionary<string, Gather>(StringComparer.Ordinal);
        names = names.With(gathers.Select(gather => KeyValuePair.Create(gather.Key, gather.Value.Type)));
        var stands = on ?? "on";
        var line = new PostLine
        {
            Id = Id(form, node),
            When = kinds,
            Each = each,
            On = on is "on" ? null : on,
            Key = key,
            Gathers = gathers,
            If = form.Optional("if") is { } when ? expressions.Truth(when, names) : null,
            Unless = form.Optional("unless") is { } unless
                ? expressions.Truth(unless, names.After([.. above.Where(other => other.On == stands).Select(other => other.Id)]))
                : null,
            Marks = form.Optional("marks") is { } marks
                ? _reader.Entries(marks).ToDictionary(mark => mark.Key.Text, mark => expressions.Any(mark.Value, names), StringComparer.Ordinal)
                : new Dictionary<string, RuleExpression>(StringComparer.Ordinal),
            Points = expressions.Number(form.Required("points"), names),
            Round = form.Optional("round") is { } round ? RoundingReader.Read(_reader, round) : null,
            Lasts = form.Optional("lasts") is { } lasts ? expressions.Period(lasts, names) : null,
            Basis = form.Optional("basis") is { } basis ? Citation.Read(_reader, basis).Basis : source,
        };
        PackText.Note(_reader, form);
        form.Done();
        above.Add((line.Id, stands));
        _read.Add((node, line));
        return line;
    }

    private string Id(PackObject form, PackNode node)
    {
        if (form.Optional("id") is not { } given)
        {
            return $"{ledger}[{Invariant.Text(_read.Count)}]";
        }

        var id = _reader.Text(given);
        if (above.Exists(other => string.Equals(other.Id, id, StringComparison.Ordinal)))
        {
            _reader.Errors.Add(node, "SUP5007", id);
        }

        return id;
    }
}
