using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// Collects the checks of a verification. The text of a check is the resource <c>verify.NAME</c> or
/// <c>verify.NAME.failed</c>, which gets expected and actual.
/// </summary>
internal sealed class CheckList
{
    private readonly List<VerificationCheck> _checks = [];

    public IReadOnlyList<VerificationCheck> Checks => _checks;

    public void Add(string name, bool passed, string expected, string actual) => _checks.Add(passed
        ? new(name, VerificationStatus.Passed, expected, actual, Message.Of($"verify.{name}"))
        : new(name, VerificationStatus.Failed, expected, actual, Message.Of($"verify.{name}.failed", expected, actual)));

    public void Same<T>(string name, T expected, T actual)
        where T : IEquatable<T> =>
        Add(name, expected.Equals(actual), $"{expected}", $"{actual}");

    /// <summary>A check over many rows: it names the first difference, or passes when there is none.</summary>
    public void NoDifference(string name, (string Expected, string Actual)? first) =>
        Add(name, first is null, first?.Expected ?? "", first?.Actual ?? "");

    public void NotRun(params string[] names)
    {
        foreach (var name in names)
        {
            _checks.Add(new(name, VerificationStatus.NotRun, "", "", Message.Of("verify.not-run", name)));
        }
    }

    public void Withheld(params string[] names)
    {
        foreach (var name in names)
        {
            _checks.Add(new(name, VerificationStatus.Withheld, "", "", Message.Of("verify.withheld", name)));
        }
    }

    /// <summary>A check that this scheme allows only over the whole frame.</summary>
    public void NeedsScan(string name, string scheme) =>
        _checks.Add(new(name, VerificationStatus.Withheld, "", "", Message.Of("verify.scan", name, scheme)));

    /// <summary>Whether a file could be read; null when it could not.</summary>
    public T? File<T>(string name, string file, Outcome<T> outcome)
        where T : class
    {
        var passed = outcome.TryGet(out var value, out var refusal);
        _checks.Add(new(
            name,
            passed ? VerificationStatus.Passed : VerificationStatus.Failed,
            file,
            refusal?.Code ?? file,
            refusal?.Message ?? Message.Of("verify.file", file)));
        return value;
    }
}
