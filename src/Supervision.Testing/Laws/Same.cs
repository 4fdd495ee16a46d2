using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Supervision.Testing.Laws;

/// <summary>Compares records with lists by all their members.</summary>
internal static class Same
{
    public static void Value<T>(T expected, T? actual) => Assert.Equal(Text(expected), Text(actual));

    // A trimmed member would be missing on both sides; tests are not trimmed.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Tests are not trimmed.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Tests are not compiled ahead of time.")]
    private static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
