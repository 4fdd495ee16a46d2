namespace Supervision.Architecture.Tests;

internal static class Expect
{
    /// <summary>Fails with every line of what is wrong; Assert.Empty would show five.</summary>
    public static void Nothing(IEnumerable<string> wrong)
    {
        var text = string.Join('\n', wrong);
        Assert.True(text.Length == 0, text);
    }
}
