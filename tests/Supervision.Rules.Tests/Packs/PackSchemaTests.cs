using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Tests.Packs;

// Goal: what an editor marks by the schema, the reader refuses; and a key that the reader does not know or misses, the editor marks.
public sealed class PackSchemaTests
{
    private static readonly JsonSchema s_schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Samples.Folder, "rule-pack.schema.json")));

    // Keys that are missing only in view of other keys: the schema does not say when.
    private static readonly string[] s_dependent =
        ["lasts", "effect", "order", "empty", "round", "value", "window", "length", "carry", "late", "period", "anchor", "keys", "points", "unit", "population", "values", "per", "rounding", "by", "of", "tolerance", "share", "least", "most", "uses"];

    public static TheoryData<string> Packs => [.. Directory.GetFiles(Samples.Folder, "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Schema_OfAShippedPack_FindsNothing(string file)
    {
        var text = File.ReadAllText(Path.Combine(Samples.Folder, file));
        Assert.StartsWith("# yaml-language-server: $schema=rule-pack.schema.json\n", text, StringComparison.Ordinal);
        Assert.True(Fits(Tree(text)), file);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void SchemaAndReader_AgreeOnKeys(string file)
    {
        var root = Tree(File.ReadAllText(Path.Combine(Samples.Folder, file)));
        var mutants = Mappings(root).Where(path => path is not (["events" or "subject", ..] or ["examples", _, "events" or "subject" or "uses", ..])).SelectMany(path => Mutants(root, path)).ToList();
        Assert.True(mutants.Count > 30);
        foreach (var (what, mutant) in mutants)
        {
            var errors = Errors(mutant);
            var fits = Fits(mutant);
            Assert.True(fits || errors.Count > 0, $"{file}: the schema refuses {what}, the reader takes it.");
            Assert.True(
                !fits || errors.Count == 0 || !errors.All(error => error.Code is "SUP5008" or "SUP5009") || s_dependent.Contains(what[(what.LastIndexOf(' ') + 1)..], StringComparer.Ordinal),
                $"{file}: the reader refuses {what} ({string.Join("; ", errors)}), the schema takes it.");
        }
    }

    [Theory]
    [InlineData("hit: UNIQUE", "hit: LAST")]
    [InlineData("from: 2026-01-01 }", "from: 1 January }")]
    [InlineData("length: P1Y", "length: 1 year")]
    [InlineData("mode: ratchet", "mode: never")]
    [InlineData("inclusive: true", "inclusive: maybe")]
    [InlineData("scale: 1", "scale: 11")]
    public void AWrongValue_IsRefusedByBoth(string right, string wrong)
    {
        Assert.True(Fits(Tree(BrokenPackTests.Right)));
        var broken = BrokenPackTests.Right.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(BrokenPackTests.Right, broken);
        Assert.False(Fits(Tree(broken)));
        Assert.Throws<RulePackException>(() => Samples.Load(broken));
    }

    private static bool Fits(JsonNode tree) => s_schema.Evaluate(JsonSerializer.SerializeToElement(tree)).IsValid;

    private static IReadOnlyList<RulePackError> Errors(JsonNode tree)
    {
        try
        {
            RulePackLoader.Load("test.yaml", Encoding.UTF8.GetBytes(tree.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));
            return [];
        }
        catch (RulePackException broken)
        {
            return broken.Errors;
        }
    }

    // What events and subjects are called is the pack's own business: another name is missed only where an example uses it.
    // A key too many, and each key in turn too few. Examples give their own names, and rows are many: the first few stand for all.
    private static IEnumerable<(string What, JsonNode Mutant)> Mutants(JsonNode root, IReadOnlyList<object> path)
    {
        var more = root.DeepClone();
        At(more, path)["zzz"] = 1;
        yield return ($"+ {string.Join('.', path)} zzz", more);
        foreach (var key in At(root, path).Select(entry => entry.Key).ToList())
        {
            var fewer = root.DeepClone();
            At(fewer, path).Remove(key);
            yield return ($"- {string.Join('.', path)} {key}", fewer);
        }
    }

    private static JsonObject At(JsonNode root, IReadOnlyList<object> path) =>
        path.Aggregate(root, (node, step) => step is int at ? node[at]! : node[(string)step]!).AsObject();

    private static IEnumerable<IReadOnlyList<object>> Mappings(JsonNode node)
    {
        if (node is JsonObject mapping)
        {
            yield return [];
            foreach (var (key, value) in mapping)
            {
                foreach (var below in Mappings(value!))
                {
                    yield return [key, .. below];
                }
            }
        }
        else if (node is JsonArray list)
        {
            for (var at = 0; at < Math.Min(list.Count, 2); at++)
            {
                foreach (var below in Mappings(list[at]!))
                {
                    yield return [at, .. below];
                }
            }
        }
    }

    private static JsonNode Tree(string text)
    {
        var errors = new PackErrors("test.yaml");
        var tree = YamlTree.Parse(Encoding.UTF8.GetBytes(text), errors);
        errors.ThrowIfAny();
        return Json(tree!);
    }

    // As an editor reads YAML 1.2: only what is not quoted can be a number or a truth.
    private static JsonNode Json(PackNode node) => node switch
    {
        PackMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, (JsonNode?)Json(entry.Value)))),
        PackSequence list => new JsonArray([.. list.Items.Select(Json)]),
        PackScalar { IsQuoted: false, Text: "true" or "false" } truth => JsonValue.Create(truth.Text is "true"),
        PackScalar { IsQuoted: false } scalar when decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        PackScalar scalar => JsonValue.Create(scalar.Text),
        _ => throw new InvalidOperationException(node.Form),
    };
}
