using Supervision.Credit;
using Supervision.Risk;
using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Testing;

/// <summary>Reads <c>examples:</c>.</summary>
internal sealed class ExampleReader(PackReader reader, PackVocabulary vocabulary, IReadOnlyList<PackUse> uses)
{
    /// <summary>The subject that all examples are about.</summary>
    public const string Subject = "example";

    /// <summary>The word for a policy that has no version in force on the day of the example.</summary>
    public const string NotInForce = "notInForce";

    private readonly FactReader _facts = new(reader);

    public IReadOnlyList<PackExample> Read(PackNode? node)
    {
        var examples = new List<PackExample>();
        foreach (var item in reader.Items(node))
        {
            var example = One(item);
            if (examples.Exists(other => string.Equals(other.Name, example.Name, StringComparison.Ordinal)))
            {
                reader.Errors.Add(item, "SUP5007", example.Name);
            }

            examples.Add(example);
        }

        return examples;
    }

    private PackExample One(PackNode node)
    {
        var form = reader.Object(node);
        var name = reader.Text(form.Required("name"));
        var asOf = reader.Date(form.Required("asOf"));
        var known = form.Optional("asKnown") is { } recorded ? reader.Date(recorded) : DateOnly.MaxValue;
        var events = form.Optional("events") is { } happened ? reader.Items(happened).Select(Event).ToList() : [];
        var history = new SubjectHistory(Subject, events)
        {
            Attributes = form.Optional("subject") is { } subject ? [.. reader.Entries(subject).SelectMany(Attribute)] : [],
            Issued = form.Optional("issued") is { } issued ? [.. reader.Items(issued).Select(Issued)] : [],
        };
        var input = form.Optional("input") is { } facts ? Input(facts) : null;
        var used = Used(form);
        var expect = reader.Entries(form.Required("expect"))
            .Select(entry => KeyValuePair.Create(entry.Key.Text, Expected(entry.Value))).ToList();
        if (expect.Count == 0 && form.Required("expect") is { } nothing)
        {
            reader.Errors.Add(nothing, "SUP5060", name);
        }

        PackText.Note(reader, form);
        form.Done();
        return new PackExample(name, node.Line, node.Column, asOf, known, history, used, input, expect);
    }

    /// <summary>A number is compared as a number: 3.0 is 3.</summary>
    private string Expected(PackNode node)
    {
        if (node is PackSequence list)
        {
            return $"[{string.Join(", ", list.Items.Select(Expected))}]";
        }

        if (node is not PackScalar scalar)
        {
            reader.Errors.Add(node, "SUP5010", "text, number, list, true or false", node.Form);
            return "";
        }

        return !scalar.IsQuoted && PackReader.TryExact(scalar.Text, int.MaxValue, out var number)
            ? Invariant.Text(number)
            : scalar.Text;
    }

    /// <summary>{ PointNoticeServed: { on: …, faults: […] } }; its place in the list is its sequence number.</summary>
    private PolicyEvent Event(PackNode node, int at)
    {
        var form = reader.Object(node);
        var kind = vocabulary.Events.Keys.FirstOrDefault(form.Has);
        if (kind is null)
        {
            form.Done();
            return new PolicyEvent("", "", default, at, Fact.Record());
        }

        var body = reader.Object(form.Optional(kind));
        var on = reader.Date(body.Required("on"));
        var recorded = body.Optional("recordedOn") is { } known ? reader.Date(known) : on;
        var id = body.Optional("id") is { } named ? reader.Text(named) : $"event {Invariant.Text(at + 1)}";
        var fields = _facts.Record(body, vocabulary.Events[kind], ["id", "on", "recordedOn"]);
        body.Done();
        form.Done();
        return new PolicyEvent(id, kind, on, at, fields) { RecordedOn = recorded };
    }

    /// <summary>kind: shop, or by date: { 2026-01-01: shop, 2026-07-01: hotel }.</summary>
    private IEnumerable<DatedFact> Attribute(KeyValuePair<PackScalar, PackNode> entry)
    {
        if (!vocabulary.SubjectFields.TryGetValue(entry.Key.Text, out var type))
        {
            reader.Errors.Add(entry.Key, "SUP5008", entry.Key.Text, string.Join(", ", vocabulary.SubjectFields.Keys));
            return [];
        }

        return entry.Value is PackMapping dated
            ? [.. dated.Entries.Select(one => new DatedFact(entry.Key.Text, reader.Date(one.Key), _facts.Read(one.Value, type)))]
            : [new DatedFact(entry.Key.Text, DateOnly.MinValue, _facts.Read(entry.Value, type))];
    }

    // An example stands alone: it says what the other policies say, for each of them.
    private Dictionary<string, UsedResult> Used(PackObject form)
    {
        var used = new Dictionary<string, UsedResult>(StringComparer.Ordinal);
        if (uses.Count == 0)
        {
            return used;
        }

        var given = reader.Object(form.Required("uses"));
        foreach (var use in uses)
        {
            var result = given.Required(use.Name);
            used.Add(use.Name, new UsedResult(result is PackScalar { Text: NotInForce } ? default : _facts.Read(result, use.Type)));
        }

        given.Done();
        return used;
    }

    private IssuedResult Issued(PackNode node)
    {
        var form = reader.Object(node);
        var result = new IssuedResult(
            reader.Text(form.Required("decision")), reader.Date(form.Required("on")), Fact.Of(reader.Text(form.Required("value"))));
        form.Done();
        return result;
    }

    private RiskInput Input(PackNode node)
    {
        var form = reader.Object(node);
        var current = Letter.Number(RuleValue.Of(reader.Word(form.Required("current"), Letter.All)));
        var grade = Letter.Number(RuleValue.Of(reader.Word(form.Required("grade"), Letter.All)));
        var points = reader.Number(form.Required("points"));
        var steps = reader.Number(form.Required("steps"));
        var breach = reader.Boolean(form.Required("breach"));
        var clean = reader.Number(form.Required("clean"));
        form.Done();
        return new RiskInput(
            Subject, (CreditRiskClass)current, (CompositeCreditGrade)grade, points, (int)steps, breach, (int)clean);
    }
}
