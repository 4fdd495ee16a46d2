using Supervision.Decisions;

namespace Supervision.Rules.Packs.Yaml;

/// <summary>Collects the errors of one pack, so that an author sees them together.</summary>
internal sealed class PackErrors(string file)
{
    /// <summary>After so many the rest is noise, and a hostile file should not cost memory.</summary>
    private const int Most = 100;

    private readonly List<RulePackError> _errors = [];

    /// <summary>The file's name, as errors show it.</summary>
    public string File => file;

    public bool Any => _errors.Count > 0;

    public void Add(PackNode at, string code, params string[] arguments) =>
        Add(at.Line, at.Column, at.Path, code, arguments);

    public void Add(int line, int column, string path, string code, params string[] arguments)
    {
        if (_errors.Count < Most)
        {
            _errors.Add(new RulePackError(file, line, column, path, code, Message.Of(code, arguments)));
        }
    }

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw Exception();
        }
    }

    /// <summary>All that was collected, in the order of the file.</summary>
    public RulePackException Exception() =>
        new([.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)]);
}
