using Supervision.Rules.Dmn;
using Supervision.Rules.Feel;
using Supervision.Rules.Packs;
using Supervision.Rules.Testing;

namespace Supervision.Console.Policies;

/// <summary>All that is wrong in the rule packs of a folder, file by file: one broken pack does not hide the others.</summary>
internal sealed class RulePackCheck
{
    private RulePackCheck(IReadOnlyList<RulePack> packs, IReadOnlyList<(string, IReadOnlyList<DmnFinding>)> models, IReadOnlyList<RulePackError> errors) =>
        (Packs, Models, Errors) = (packs, models, errors);

    /// <summary>The packs without errors of their own.</summary>
    public IReadOnlyList<RulePack> Packs { get; }

    /// <summary>The DMN models without errors of their own, and what their tables get wrong as a whole.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<DmnFinding> Findings)> Models { get; }

    /// <summary>Errors in the order of the files, packs first.</summary>
    public IReadOnlyList<RulePackError> Errors { get; }

    public static RulePackCheck Of(string? folder)
    {
        var (packs, errors) = (new List<RulePack>(), new List<RulePackError>());
        foreach (var (name, bytes) in RulePackFiles.Read(folder))
        {
            Try(() => packs.Add(RulePackLoader.Load(name, bytes)), errors);
        }

        Try(() => _ = new RulePackRegistry(packs), errors);
        var files = RulePackFiles.Models(folder).ToList();
        var imports = files.ToDictionary(file => file.Name, file => (ReadOnlyMemory<byte>)file.Bytes, StringComparer.Ordinal);
        var models = new List<(string, IReadOnlyList<DmnFinding>)>();
        foreach (var (name, bytes) in files)
        {
            Try(() => models.Add((name, DmnModel.Load(name, bytes, FeelMode.Strict, imports).Findings())), errors);
        }

        return new RulePackCheck(packs, models, errors);
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
        catch (FeelException problem)
        {
            errors.AddRange(problem.Errors.Select(error => new RulePackError(error.Source, error.Line, error.Column, "", error.Code, error.Message)));
        }
    }
}
