using System.Globalization;
using System.Xml.Linq;
using Supervision.Rules.Feel;

namespace Supervision.Rules.Dmn;

/// <summary>Runs a folder of the DMN technology compatibility kit: models, and test files beside them.</summary>
public static class TckGroup
{
    private const decimal Tolerance = 0.00000001m;

    private static readonly XNamespace s_instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Runs all cases of all test files, in standard mode.</summary>
    /// <param name="files">The files of the folder by name: *.dmn and *.xml.</param>
    /// <param name="now">What <c>now()</c> and <c>today()</c> give.</param>
    public static IReadOnlyList<TckCase> Run(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(files);
        var models = files.Where(file => file.Key.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        return
        [
            .. files.Where(file => file.Key.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).OrderBy(file => file.Key, StringComparer.Ordinal)
                .SelectMany(file => Cases(file.Key, file.Value, models, now)),
        ];
    }

    private static IEnumerable<TckCase> Cases(
        string file, ReadOnlyMemory<byte> content, Dictionary<string, ReadOnlyMemory<byte>> models, DateTimeOffset now)
    {
        XElement root;
        try
        {
            root = DmnXml.Load(file, content);
        }
        catch (FeelException exception)
        {
            return [new TckCase(file, "", [exception.Message])];
        }

        var name = root.Child("modelName")?.Value.Trim() ?? "";
        DmnModel? model = null;
        string? failure = null;
        try
        {
            model = models.TryGetValue(name, out var bytes)
                ? DmnModel.Load(name, bytes, FeelMode.Standard, models)
                : throw new FileNotFoundException(name);
        }
        catch (Exception exception) when (exception is FeelException or FileNotFoundException)
        {
            failure = exception.Message;
        }

        return root.Children("testCase").Select(test => new TckCase(
            file, test.Attribute("id", ""), model is null ? [failure!] : Failures(model, test, now)));
    }

    private static IReadOnlyList<string> Failures(DmnModel model, XElement test, DateTimeOffset now)
    {
        var inputs = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var input in test.Children("inputNode"))
        {
            inputs[input.NameOf()] = Value(input);
        }

        var isService = test.Attribute("type", "") == "decisionService";
        return
        [
            .. test.Children("resultNode").Select(node => Failure(
                () => isService ? Output(model.EvaluateService(test.Attribute("invocableName", ""), inputs, now).Value, node.NameOf()) : model.Evaluate(node.NameOf(), inputs, now).Value, node))
                .OfType<string>(),
        ];
    }

    // A service with several outputs gives a context of them.
    private static FeelValue Output(FeelValue value, string name) =>
        value.Kind == FeelKind.Context && value.Context.TryGet(name, out var output) ? output : value;

    private static string? Failure(Func<FeelValue> evaluate, XElement node)
    {
        FeelValue actual;
        try
        {
            actual = evaluate();
        }
        catch (Exception exception) when (exception is FeelException or ArgumentException)
        {
            return $"{node.NameOf()}: {exception.Message}";
        }

        var mustFail = node.Attribute("errorResult", "false") == "true";
        var expected = mustFail || node.Child("expected") is not { } given ? FeelValue.Null : Value(given);
        return IsExpected(expected, actual)
            ? null
            : $"{node.NameOf()}: {FeelText.Literal(expected)} ≠ {FeelDescription.Of(actual)}{(actual.Kind is FeelKind.List or FeelKind.Context ? " " + FeelText.Literal(actual) : "")}";
    }

    private static bool IsExpected(FeelValue expected, FeelValue actual)
    {
        if (expected.Kind != actual.Kind)
        {
            return false;
        }

        return expected.Kind switch
        {
            FeelKind.Number => Math.Abs(expected.Number - actual.Number) <= Tolerance * Math.Max(1, Math.Abs(expected.Number)),
            FeelKind.List => expected.List.Count == actual.List.Count
                && expected.List.Items.Zip(actual.List.Items).All(pair => IsExpected(pair.First, pair.Second)),
            FeelKind.Context => expected.Context.Entries.Count == actual.Context.Entries.Count
                && expected.Context.Entries.All(entry => actual.Context.TryGet(entry.Key, out var value) && IsExpected(entry.Value, value)),
            _ => expected == actual || FeelOrder.AreEqual(expected, actual) is true,
        };
    }

    private static FeelValue Value(XElement holder)
    {
        if (holder.Child("list") is { } list)
        {
            return list.Attribute(s_instance + "nil")?.Value == "true" ? FeelValue.Null : FeelValue.ListOf(list.Children("item").Select(Value));
        }

        if (holder.Children("component").Any())
        {
            return FeelValue.ContextOf(holder.Children("component").Select(part => new KeyValuePair<string, FeelValue>(part.NameOf(), Value(part))));
        }

        return holder.Child("value") is { } value && value.Attribute(s_instance + "nil")?.Value != "true"
            ? Simple(value.Attribute(s_instance + "type")?.Value.Split(':')[^1] ?? "string", value.Value)
            : FeelValue.Null;
    }

    private static FeelValue Simple(string type, string text) => type switch
    {
        "boolean" => FeelValue.Of(text.Trim() is "true" or "1"),
        "decimal" or "double" or "integer" or "int" or "long" or "float" =>
            decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? FeelValue.Of(number) : FeelValue.Of(text),
        "date" => FeelTemporal.TryDate(text.Trim()) is { } date ? FeelValue.Of(date) : FeelValue.Of(text),
        "time" => FeelTemporal.TryTime(text.Trim()) is { } time ? FeelValue.Of(time) : FeelValue.Of(text),
        "dateTime" => FeelTemporal.TryDateTime(text.Trim()) is { } dateTime ? FeelValue.Of(dateTime) : FeelValue.Of(text),
        "duration" or "dayTimeDuration" or "yearMonthDuration" => FeelTemporal.TryDuration(text.Trim()) ?? FeelValue.Of(text),
        _ => FeelValue.Of(text),
    };
}
