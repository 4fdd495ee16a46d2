using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>
/// A DMN model, version 1.3, 1.4 or 1.5, read and checked once and evaluated often. Immutable; thread-safe.
/// </summary>
public sealed class DmnModel
{
    private readonly FeelMode _mode;
    private readonly FeelLimits _limits;
    private readonly DmnFile _main;
    private readonly IReadOnlyList<DmnFile> _files;

    internal DmnModel(IReadOnlyList<DmnFile> files, FeelMode mode, FeelLimits limits, IReadOnlyList<FeelError> errors)
    {
        _files = files;
        _main = files[0];
        _mode = mode;
        _limits = limits;
        Problems = errors;
    }

    /// <summary>What could not be read in standard mode: a decision with such a part gives null there.</summary>
    public IReadOnlyList<FeelError> Problems { get; }

    /// <summary>The names of its decisions, in the order of the file.</summary>
    public IReadOnlyList<string> Decisions => [.. Names("decision")];

    /// <summary>The names of its inputs, in the order of the file.</summary>
    public IReadOnlyList<string> Inputs => [.. Names("inputData")];

    /// <summary>The names of its decision services, in the order of the file.</summary>
    public IReadOnlyList<string> Services => [.. Names("decisionService")];

    /// <summary>Reads a model.</summary>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="content">The XML, at most 10,000,000 bytes.</param>
    /// <param name="mode">What happens where FEEL has no answer.</param>
    /// <param name="imports">Models that it may import, by name; each is read only once.</param>
    /// <param name="limits">What an evaluation may cost; null for the default.</param>
    /// <exception cref="FeelException">It is no model; in strict mode also: any part of it is wrong.</exception>
    public static DmnModel Load(
        string name, ReadOnlyMemory<byte> content, FeelMode mode = FeelMode.Strict,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? imports = null, FeelLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        limits ??= FeelLimits.Default;
        limits.Check();
        return new DmnLoader(mode, limits).Load(name, content, imports);
    }

    /// <summary>Evaluates a decision and what it requires.</summary>
    /// <param name="decision">Its name.</param>
    /// <param name="inputs">The inputs by name; one that is not given is null.</param>
    /// <param name="now">What <c>now()</c> and <c>today()</c> give.</param>
    /// <exception cref="ArgumentException">There is no such decision.</exception>
    /// <exception cref="FeelException">A limit was reached; in strict mode also: FEEL has no answer.</exception>
    public DmnResult Evaluate(string decision, IReadOnlyDictionary<string, FeelValue> inputs, DateTimeOffset? now = null) =>
        Run(Find("decision", decision), inputs, now);

    /// <summary>Evaluates a decision service: its one output decision, or a context of several.</summary>
    /// <param name="service">Its name.</param>
    /// <param name="inputs">Its input data and input decisions by name.</param>
    /// <param name="now">What <c>now()</c> and <c>today()</c> give.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    /// <exception cref="FeelException">A limit was reached; in strict mode also: FEEL has no answer.</exception>
    public DmnResult EvaluateService(string service, IReadOnlyDictionary<string, FeelValue> inputs, DateTimeOffset? now = null) =>
        Run(Find("decisionService", service), inputs, now);

    /// <summary>
    /// What its decision tables get wrong as a whole: at most 20 gaps of a table, overlaps of a UNIQUE one, rows that never decide, each with a case. Exact
    /// for tables whose cells are tests of constants, on the values that a column allows; others are named as not judged. Null inputs are not looked at.
    /// </summary>
    public IReadOnlyList<DmnFinding> Findings() =>
        [.. _main.Elements.Where(element => element.Node is not null).SelectMany(element => Tables(element.Node!)).SelectMany(table => table.Findings())];

    private static IEnumerable<TableNode> Tables(FeelNode node) => node is TableNode table ? [table] : (node is FunctionNode function ? [function.Body] : node.Parts).SelectMany(Tables);

    private IEnumerable<string> Names(string kind) => _main.Elements.Where(element => element.Kind == kind).Select(element => element.Name);

    private DmnElement Find(string kind, string name) =>
        _main.Elements.FirstOrDefault(element => element.Kind == kind && element.Name == FeelName.Normalized(name))
        ?? throw new ArgumentException($"The model has no {kind} '{name}'.", nameof(name));

    private DmnResult Run(DmnElement element, IReadOnlyDictionary<string, FeelValue> inputs, DateTimeOffset? now)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var tables = new List<DmnTableTrace>();
        var run = new FeelRun(_mode, _limits, [], now is { } instant ? FeelDateTime.Of(instant) : null) { Tables = tables };
        var session = new DmnSession(run);
        foreach (var (name, value) in inputs)
        {
            foreach (var input in _files.SelectMany(file => file.Elements).Where(input => input.Name == FeelName.Normalized(name) && IsInput(element, input)))
            {
                session.Give(input, value);
            }
        }

        var answer = element.Kind == "decisionService" ? session.Service(element) : session.Value(element);
        return new DmnResult(answer, tables, run.Warnings);
    }

    private static bool IsInput(DmnElement asked, DmnElement input) => input.Kind == "inputData" || asked.Inputs.Contains(input);
}
