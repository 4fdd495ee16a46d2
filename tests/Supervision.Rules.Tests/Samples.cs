using System.Text;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Tests;

/// <summary>The rule packs that ship as samples.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.Combine(Root(), "samples", "rulepacks");

    public static byte[] Bytes(string policy) => File.ReadAllBytes(Path.Combine(Folder, $"{policy}-2026.1.yaml"));

    public static string Text(string policy) => Encoding.UTF8.GetString(Bytes(policy));

    public static RulePackRegistry Registry(string text) => new([Load(text)]);

    public static RulePack Load(string text) => RulePackLoader.Load("test.yaml", Encoding.UTF8.GetBytes(text));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Supervision.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Supervision.sln above the tests.");
        }

        return folder;
    }
}
