using Supervision.Credit;
using Supervision.Risk;
using Supervision.Rules.Decisions;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Testing;

/// <summary>Reads <c>examples:</c>.</summary>
internal sealed class ExampleReader(PackReader reader)
{
    /// <summary>The subject that all examples are about.</summary>
    public const string Subject = "example";

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
        var events = form.Optional("events") is { } happened ? reader.Items(happened).Select(Event).ToList() : [];
        var input = form.Optional("input") is { } facts ? Input(facts) : null;
        var expect = reader.Entries(form.Required("expect"))
            .Select(entry => KeyValuePair.Create(entry.Key.Text, Expected(entry.Value))).ToList();
        form.Done();
        return new PackExample(name, node.Line, node.Column, asOf, events, input, expect);
    }

    /// <summary>A number is compared as a number: 3.0 is 3.</summary>
    private string Expected(PackNode node)
    {
        if (node is not PackScalar scalar)
        {
            reader.Errors.Add(node, "SUP5010", "text, number, true or false", node.Form);
            return "";
        }

        return !scalar.IsQuoted && PackReader.TryExact(scalar.Text, reader.Scale, out var number)
            ? Invariant.Text(number)
            : scalar.Text;
    }

    /// <summary>{ PointNoticeServed: { on: …, faults: […] } }; its place in the list is its sequence number.</summary>
    private CreditEvent Event(PackNode node, int at)
    {
        var form = reader.Object(node);
        var kind = Enum.GetValues<CreditEventKind>().FirstOrDefault(word => form.Has(word.ToString()));
        if (kind == default)
        {
            form.Done();
            return new CreditEvent("", Subject, kind, default, at, []);
        }

        var body = reader.Object(form.Optional(kind.ToString()));
        var on = reader.Date(body.Required("on"));
        var faults = kind is CreditEventKind.PointNoticeServed
            ? reader.Items(body.Required("faults")).Select(Fault).ToList() : [];
        decimal? points = kind is CreditEventKind.RepairApproved ? reader.Number(body.Required("points")) : null;
        body.Done();
        form.Done();
        return new CreditEvent($"event {Invariant.Text(at + 1)}", Subject, kind, on, at, faults, points);
    }

    private CreditFault Fault(PackNode node)
    {
        var form = reader.Object(node);
        var code = reader.Text(form.Required("code"));
        var severity = reader.Word(form.Required("severity"), Amount.Severities);
        form.Done();
        return new CreditFault(code, (OffenceSeverity)(Amount.Severities.ToList().IndexOf(severity) + 1));
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
