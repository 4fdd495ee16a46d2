using Supervision.Credit;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads <c>ledgers:</c>. A choice that changes a result has no default: leaving it out is an error.</summary>
internal sealed class LedgerReader(PackReader reader, AmountReader amounts)
{
    private readonly List<(PackNode At, Amount Amount, string Ledger)> _posted = [];

    public IReadOnlyList<LedgerDefinition> Read(PackNode? node)
    {
        var entries = reader.Entries(node);
        var names = entries.Select(entry => entry.Key.Text).ToList();
        var ledgers = entries.Select(entry => One(entry.Key.Text, entry.Value, names)).ToList();
        new LedgerChecks(reader, ledgers).Run(entries, _posted);
        return ledgers;
    }

    private LedgerDefinition One(string name, PackNode node, IReadOnlyList<string> names)
    {
        var form = reader.Object(node);
        var start = form.Optional("start") is { } opening ? reader.Number(opening) : 0;
        var posts = form.Has("post") ? reader.Items(form.Optional("post")).Select(line => Post(name, line)).ToList() : [];
        var window = posts.Count > 0 ? Window(form.Required("window")) : null;
        var full = form.Optional("full") is { } size ? Full(size, names) : null;
        var repair = form.Optional("repair") is { } given ? Repair(given) : null;
        Note(form);
        form.Done();
        return new LedgerDefinition(name, start, posts, window, full, repair);
    }

    private PostRule Post(string ledger, PackNode node)
    {
        var form = reader.Object(node);
        var when = Trigger(form);
        var each = form.Optional("each") is { } every;
        if (each)
        {
            reader.Word(form.Optional("each"), "event.faults");
        }

        var points = amounts.Read(form.Required("points"), keysAllowed: each);
        Note(form);
        form.Done();
        _posted.Add((node, points, ledger));
        return new PostRule(when, each, points);
    }

    private Packs.Period? Window(PackNode? node)
    {
        var form = reader.Object(node);
        var isRolling = reader.Word(form.Required("kind"), "rolling", "none") is "rolling";
        Packs.Period? length = isRolling ? reader.Period(form.Required("length")) : null;
        Note(form);
        form.Done();
        return length;
    }

    private FullRule Full(PackNode node, IReadOnlyList<string> names)
    {
        var form = reader.Object(node);
        var at = form.Required("size");
        var size = amounts.Read(at);
        var inclusive = reader.Boolean(form.Required("inclusive"));
        var mode = reader.Word(form.Required("mode"), "ratchet", "level") is "ratchet" ? FullMode.Ratchet : FullMode.Level;
        reader.Word(form.Required("remainder"), "carry");
        var lasts = mode is FullMode.Ratchet ? reader.Period(form.Required("lasts")) : default;
        var effect = reader.Object(form.Required("effect"));
        var on = reader.Word(effect.Required("on"), names);
        var points = amounts.Read(effect.Required("points"));
        _posted.Add((node, points, on));
        effect.Done();
        Note(form);
        form.Done();
        if (at is not null && !reader.Errors.Any && size.All.Any(number => number <= 0))
        {
            reader.Errors.Add(at, "SUP5024", "0");
        }

        return new FullRule(size, inclusive, mode, lasts, on, points);
    }

    private RepairRule Repair(PackNode node)
    {
        var form = reader.Object(node);
        var when = Trigger(form);
        reader.Word(form.Required("points"), "event.points");
        reader.Word(form.Required("order"), "oldest");
        Packs.Period? notAfter = form.Optional("notAfter") is { } limit ? reader.Period(limit) : null;
        Note(form);
        form.Done();
        return new RepairRule(when, notAfter);
    }

    private CreditEventKind Trigger(PackObject form) =>
        Enum.Parse<CreditEventKind>(reader.Word(form.Required("when"), Enum.GetNames<CreditEventKind>()));

    private void Note(PackObject form)
    {
        if (form.Optional("note") is { } note)
        {
            reader.Text(note);
        }
    }
}
