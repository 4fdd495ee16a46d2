namespace Supervision.Sampling;

/// <summary>Reads the method of a draw from its announcement: the scheme's name decides which other lines belong.</summary>
internal static class MethodLines
{
    /// <summary>Every key that a method may have; each method refuses those that are not its own.</summary>
    public static readonly string[] Keys = ["scheme", "n", "min-per-cell"];

    /// <summary>Numbered keys of methods.</summary>
    public static readonly string[] Numbered = ["rate"];

    private static readonly Dictionary<string, Func<NoticeReader, DrawMethod>> s_methods = new(StringComparer.Ordinal)
    {
        [TierSrs.Scheme] = TierSrsMethod.Read,
    };

    /// <summary>The method, or null with the reason kept in the reader.</summary>
    public static DrawMethod? Read(NoticeReader notice)
    {
        var scheme = notice.Text("scheme");
        if (s_methods.TryGetValue(scheme, out var read))
        {
            return read(notice);
        }

        notice.Refuse("SUP4024", "scheme", scheme, string.Join(", ", s_methods.Keys.Order(StringComparer.Ordinal)));
        return null;
    }
}
