using System.Text.Json;

namespace Supervision.Storage.Tests.Contract;

/// <summary>Compares records with lists by all their members.</summary>
internal static class Same
{
    public static void Value<T>(T expected, T? actual) => Assert.Equal(Text(expected), Text(actual));

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
