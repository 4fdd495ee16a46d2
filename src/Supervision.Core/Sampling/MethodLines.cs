namespace Supervision.Sampling;

/// <summary>Reads the method of a draw from its announcement: the scheme's name decides which other lines belong.</summary>
internal static class MethodLines
{
    /// <summary>Every key that a method may have; each method has its own of them, and no other may stand there.</summary>
    public static readonly string[] Keys = ["scheme", "n", "min-per-cell", "n-per-cell", "cycle"];

    /// <summary>Numbered keys of methods.</summary>
    public static readonly string[] Numbered = ["rate", "cursor"];

    private static readonly Dictionary<string, (string[] Keys, Func<NoticeReader, DrawMethod> Read)> s_methods =
        new(StringComparer.Ordinal)
        {
            [TierSrs.Scheme] = (["rate", "min-per-cell"], TierSrsMethod.Read),
            [PoissonMethod.Name] = (["rate"], PoissonMethod.Read),
            [ParetoMethod.Name] = (["n"], ParetoMethod.Read),
            [SequentialPoissonMethod.Name] = (["n"], SequentialPoissonMethod.Read),
            [PivotalMethod.Name] = (["n"], PivotalMethod.Read),
            [LotsMethod.Name] = (["n"], LotsMethod.Read),
            [FullCoverageMethod.Name] = ([], _ => new FullCoverageMethod()),
            [RotationMethod.Name] = (["rate", "min-per-cell", "n-per-cell", "cycle", "cursor"], RotationMethod.Read),
        };

    /// <summary>The names of the schemes, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_methods.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The method, or null with the reason kept in the reader.</summary>
    public static DrawMethod? Read(NoticeReader notice)
    {
        var scheme = notice.Text("scheme");
        if (!s_methods.TryGetValue(scheme, out var method))
        {
            notice.Refuse("SUP4024", "scheme", scheme, string.Join(", ", Names));
            return null;
        }

        Array.ForEach([.. Keys.Skip(1).Except(method.Keys, StringComparer.Ordinal)], notice.Never);
        Array.ForEach([.. Numbered.Except(method.Keys, StringComparer.Ordinal)], notice.NeverNumbered);
        return method.Read(notice);
    }
}
