using Supervision.Decisions;
using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads <c>ledgers:</c>. A choice that changes a result has no default: leaving it out is an error.</summary>
internal sealed class LedgerReader(ExpressionReader expressions, PackVocabulary vocabulary, LegalBasis source)
{
    private readonly PackReader _reader = expressions.Reader;
    private readonly List<(PackNode At, RuleExpression Points, string Ledger)> _posted = [];

    public IReadOnlyList<LedgerDefinition> Read(PackNode? node)
    {
        var entries = _reader.Entries(node);
        var names = entries.Select(entry => entry.Key.Text).ToList();
        var lines = new List<(string Id, string On)>();
        var ledgers = entries.Select(entry => One(entry.Key.Text, entry.Value, names, lines)).ToList();
        new LedgerChecks(_reader, ledgers).Run(entries, _posted);
        return ledgers;
    }

    private LedgerDefinition One(string name, PackNode node, IReadOnlyList<string> names, List<(string Id, string On)> lines)
    {
        var form = _reader.Object(node);
        var start = form.Optional("start") is { } opening ? expressions.Number(opening, vocabulary.Subject) : RuleExpression.Of(0);
        var posting = new PostReader(expressions, vocabulary, source, name, lines);
        var posts = form.Has("post") ? _reader.Items(form.Optional("post")).Select(posting.Line).ToList() : [];
        foreach (var (at, line) in posting.Read)
        {
            _posted.Add((at, line.Points, name));
        }

        var entry = vocabulary.State.With("entry", EntryType.Of(posts));
        var window = posts.Count > 0 ? new WindowReader(expressions, vocabulary, entry).Read(form.Required("window"), posting.Read) : WindowRule.None;
        var full = form.Optional("full") is { } size ? Full(size, names) : null;
        var repair = form.Optional("repair") is { } given ? new RepairReader(expressions, vocabulary, entry).Read(given) : null;
        var ledger = new LedgerDefinition
        {
            Name = name,
            Start = start,
            Posts = posts,
            Window = window,
            Full = full,
            Repair = repair,
            Reverse = form.Optional("reverse") is { } undo ? Reverse(undo) : null,
            Clamp = form.Optional("clamp") is { } clamp ? Clamp(clamp) : null,
            Holder = form.Optional("holder") is { } holder ? Holder(holder) : null,
        };
        var ties = form.Optional("ties");
        PackText.Note(_reader, form);
        form.Done();
        LedgerChecks.Ties(_reader, node, ledger, ties);
        return ledger;
    }

    private FullRule Full(PackNode node, IReadOnlyList<string> names)
    {
        var form = _reader.Object(node);
        var at = form.Required("size");
        var size = expressions.Number(at, vocabulary.Subject);
        var inclusive = _reader.Boolean(form.Required("inclusive"));
        var mode = _reader.Word(form.Required("mode"), "ratchet", "level") is "ratchet" ? FullMode.Ratchet : FullMode.Level;
        var drops = _reader.Word(form.Required("remainder"), mode is FullMode.Ratchet ? ["carry", "drop"] : ["carry"]) is "drop";
        var lasts = mode is FullMode.Ratchet ? _reader.Period(form.Required("lasts")) : default;
        var rungs = form.Optional("rungs") is { } ladder ? Rungs(ladder) : null;
        var effect = rungs is null || form.Has("effect") ? Effect(form.Required("effect"), names, node) : null;
        PackText.Note(_reader, form);
        form.Done();
        if (at is not null && !_reader.Errors.Any && size.Numbers?.Any(number => number <= 0) == true)
        {
            _reader.Errors.Add(at, "SUP5024", "0");
        }

        return new FullRule(size, inclusive, mode, drops, lasts, effect, rungs);
    }

    private FullEffect Effect(PackNode? node, IReadOnlyList<string> names, PackNode full)
    {
        var form = _reader.Object(node);
        var on = _reader.Word(form.Required("on"), names);
        var points = expressions.Number(form.Required("points"), vocabulary.Subject);
        form.Done();
        _posted.Add((full, points, on));
        return new FullEffect(on, points);
    }

    private RungRule Rungs(PackNode node)
    {
        var form = _reader.Object(node);
        var names = _reader.Items(form.Required("list")).Select(_reader.Text).ToList();
        var within = _reader.Period(form.Required("within"));
        var fromLastEntry = _reader.Word(form.Required("from"), "reachedOn", "lastEntry") is "lastEntry";
        var afterLast = _reader.Word(form.Required("afterLast"), "stop", "repeat", "restart");
        form.Done();
        return new RungRule(names, within, fromLastEntry, afterLast);
    }

    private ReverseRule Reverse(PackNode node)
    {
        var form = _reader.Object(node);
        var kind = vocabulary.Kind(_reader, form.Required("when"));
        var names = vocabulary.Field(_reader, form.Required("names"), kind, Facts.FactKind.Text);
        var effect = _reader.Word(form.Required("effect"), "never", "fromReversal");
        PackText.Note(_reader, form);
        form.Done();
        return new ReverseRule(kind, names, effect is "fromReversal");
    }

    private ClampRule Clamp(PackNode node)
    {
        var form = _reader.Object(node);
        decimal? min = form.Optional("min") is { } low ? _reader.Number(low) : null;
        decimal? max = form.Optional("max") is { } high ? _reader.Number(high) : null;
        var atPost = _reader.Word(form.Required("at"), "post", "read") is "post";
        PackText.Note(_reader, form);
        form.Done();
        if (min is null && max is null)
        {
            _reader.Errors.Add(node, "SUP5009", "max");
        }

        return new ClampRule(min, max, atPost);
    }

    private string Holder(PackNode node)
    {
        var known = vocabulary.SubjectFields.Where(field => field.Value.Kind == Facts.FactKind.Text).Select(field => $"subject.{field.Key}").ToList();
        return known.Count == 0
            ? Unknown(node)
            : _reader.Word(node, known)["subject.".Length..];
    }

    private string Unknown(PackNode node)
    {
        _reader.Errors.Add(node, "SUP5020", node.Form, "subject: { … } of the pack");
        return "";
    }
}
