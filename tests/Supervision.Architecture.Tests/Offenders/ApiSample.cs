namespace Supervision.Architecture.Tests.Offenders;

/// <summary>A type for the printer of the public API.</summary>
public sealed record ApiSample(int Count)
{
    public const int Limit = 3;

    public required string Title { get; init; }

    public IReadOnlyList<string?>? Names { get; init; }

    internal int Hidden { get; init; }

    public static bool TryRead(string text, out ApiSample? sample, int tries = 2)
    {
        sample = null;
        return text.Length > tries;
    }
}
