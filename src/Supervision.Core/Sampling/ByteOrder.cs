using System.Text;

namespace Supervision.Sampling;

/// <summary>Orders text by its UTF-8 bytes, which UTF-16 order does not do above U+FFFF.</summary>
internal sealed class ByteOrder : IComparer<string>
{
    public static readonly ByteOrder Instance = new();

    public int Compare(string? x, string? y) =>
        Encoding.UTF8.GetBytes(x ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? ""));
}
