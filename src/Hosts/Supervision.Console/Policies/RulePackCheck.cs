using Supervision.Rules.Packs;
using Supervision.Rules.Testing;

namespace Supervision.Console.Policies;

/// <summary>All that is wrong in the rule packs of a folder, file by file: one broken pack does not hide the others.</summary>
internal sealed class RulePackCheck
{
    private RulePackCheck(IReadOnlyList<RulePack> packs, IReadOnlyList<RulePackError> errors) => (Packs, Errors) = (packs, errors);

    /// <summary>The packs without errors of their own.</summary>
    public IReadOnlyList<RulePack> Packs { get; }

    /// <summary>Errors in the order of the files.</summary>
    public IReadOnlyList<RulePackError> Errors { get; }

    public static RulePackCheck Of(string? folder)
    {
        var (packs, errors) = (new List<RulePack>(), new List<RulePackError>());
        foreach (var (name, bytes) in RulePackFiles.Read(folder))
        {
            Try(() => packs.Add(RulePackLoader.Load(name, bytes)), errors);
        }

        Try(() => _ = new RulePackRegistry(packs), errors);
        return new RulePackCheck(packs, errors);
    }

    /// <summary>The examples of every pack, run.</summary>
    public IEnumerable<(RulePack Pack, ExampleResult Result)> Examples() =>
        Packs.SelectMany(pack => RulePackExamples.Run(pack).Select(result => (pack, result)));

    private static void Try(Action load, List<RulePackError> errors)
    {
        try
        {
            load();
        }
        catch (RulePackException problem)
        {
            errors.AddRange(problem.Errors);
        }
    }
}
