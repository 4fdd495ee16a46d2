using System.Reflection;
using Xunit.v3;

namespace Supervision.Hosts.Tests.Support;

/// <summary>
/// Says which page or script of docs/ a test types, by its path below docs/. Whoever types it takes the path from here, and DocumentedCommandsTests sees from here
/// that no page with commands is left out.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TypedPageAttribute(string page) : Attribute
{
    public string Page { get; } = page;

    /// <summary>The page of the running test, as a path of the file.</summary>
    public static string Current =>
        TestContext.Current.TestMethod is IXunitTestMethod test && test.Method.GetCustomAttribute<TypedPageAttribute>() is { } typed
            ? PathOf(typed.Page)
            : throw new InvalidOperationException("The running test has no [TypedPage].");

    public static string PathOf(string page) => SharedData.InRepository(["docs", .. page.Split('/')]);
}
