using Supervision.Rules.Packs;
using Supervision.Rules.Testing;

namespace Supervision.Testing;

/// <summary>
/// The worked examples of rule packs as test cases of any framework, one for each example. The rows are texts, so that a
/// runner can list and repeat them one by one. Thread-safe.
/// </summary>
/// <example><code>
/// public static IEnumerable&lt;object[]&gt; Examples => PackExamples.In("rulepacks");
///
/// [Theory, MemberData(nameof(Examples))]
/// public void Pack_Example_ComesOutAsWritten(string file, string example) => PackExamples.Check(file, example);
/// </code></example>
public static class PackExamples
{
    /// <summary>A row [path, name of the example] for each example of each *.yaml file of a folder, in the order of names and of the files.</summary>
    /// <param name="folder">A folder; its folders are not looked into.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ExampleFailedException">The folder has no example, or a file is no valid pack: a suite without a case must not pass.</exception>
    public static IReadOnlyList<object[]> In(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        List<object[]> rows =
        [
            .. from file in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
               from example in RulePackExamples.Run(Load(file))
               select new object[] { file, example.Name },
        ];
        return rows.Count > 0 ? rows : throw new ExampleFailedException($"{folder}: no *.yaml file with an example.");
    }

    /// <summary>Passes when an example of a pack comes out as its author wrote.</summary>
    /// <param name="file">Path of the pack.</param>
    /// <param name="example">Name of the example.</param>
    /// <exception cref="ExampleFailedException">It came out otherwise, or there is no such example; the message has the line and each difference.</exception>
    public static void Check(string file, string example)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        ArgumentNullException.ThrowIfNull(example);
        var results = RulePackExamples.Run(Load(file));
        var result = results.FirstOrDefault(one => string.Equals(one.Name, example, StringComparison.Ordinal))
            ?? throw new ExampleFailedException(
                $"{file}: no example '{example}'. It has: {string.Join(", ", results.Select(one => one.Name))}.");
        if (!result.Passed)
        {
            throw new ExampleFailedException(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}({result.Line},{result.Column}): {example}\n  ")
                + string.Join("\n  ", result.Failures));
        }
    }

    private static RulePack Load(string file)
    {
        try
        {
            return RulePackLoader.Load(file, File.ReadAllBytes(file));
        }
        catch (RulePackException problem)
        {
            throw new ExampleFailedException(problem.Message, problem);
        }
    }
}
