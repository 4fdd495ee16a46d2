using System.Text.RegularExpressions;

namespace Supervision.Web.Tests;

/// <summary>No page without a look: each address of a page stands in a test that judges it in both languages at the width of a phone and of a desk.</summary>
public sealed partial class JudgedPagesTests(WebFixture web)
{
    // Pages that are forms of another page's answer and are judged as that: an error has no address of its own.
    private static readonly string[] s_elsewhere = ["/error"];

    [Fact]
    public void EveryPage_IsJudged() => Assert.Empty(Unjudged(Routes(), Judged()));

    [Fact]
    public void APage_ThatNobodyLooksAt_IsFound() => Assert.Equal(["/bureau/nobody/{id}"], Unjudged([.. Routes(), "/bureau/nobody/{id}"], Judged()));

    private static string[] Unjudged(IEnumerable<string> routes, HashSet<string> judged) =>
        [.. routes.Except(s_elsewhere).Where(route => !judged.Any(address => Matches(route, address))).Order(StringComparer.Ordinal)];

    private string[] Routes() => [.. web.Services.PageRoutes().Where(route => !route.EndsWith("/Index", StringComparison.Ordinal))];

    // Addresses in those test classes that judge what they open.
    private static HashSet<string> Judged() =>
    [
        .. Directory.GetFiles(Path.Combine(Required.Root, "tests", "Supervision.Web.Tests"), "*.cs")
            .Where(path => Path.GetFileName(path) is not "JudgedPagesTests.cs")
            .Select(File.ReadAllText)
            .Where(text => text.Contains("Judge.FitsAndIsAccessibleAsync", StringComparison.Ordinal) || text.Contains("Axe.ViolationsAsync", StringComparison.Ordinal))
            .SelectMany(text => Address().Matches(text)).Select(match => match.Groups[1].Value),
    ];

    private static bool Matches(string route, string address)
    {
        var (wanted, given) = (route.Split('/'), address.Split('?')[0].TrimEnd('/').Split('/'));
        return route == address || (wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex("\"(/[^\"\\s]*)\"")]
    private static partial Regex Address();
}
