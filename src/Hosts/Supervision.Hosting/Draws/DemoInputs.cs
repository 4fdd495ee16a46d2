using System.Security.Cryptography;
using System.Text;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Hosting.Draws;

/// <summary>
/// Secrets and beacon made from a text, so that a demonstration can be repeated. Whoever knows the text knows the
/// draw beforehand, and the announcement says so.
/// </summary>
internal static class DemoInputs
{
    /// <summary>Inputs for the draw of subjects with this id.</summary>
    public static DrawInputs ForSubjects(string text, string draw, HashKind kind) => From(text, draw, 1, kind);

    /// <summary>Inputs for the matching of officers of that draw: a later round, with secrets of its own.</summary>
    public static DrawInputs ForOfficers(string text, string draw, HashKind kind) => From(text, $"{draw}.officers", 2, kind);

    private static DrawInputs From(string text, string purpose, long round, HashKind kind) => new(
        kind,
        [new BeaconRound("demonstration", "text", round)],
        new DrawReveal([BytesOf(text, purpose, "department"), BytesOf(text, purpose, "supervisor")], [BytesOf(text, purpose, "beacon")]),
        "A demonstration has no parties that could withhold a secret.",
        [
            "DEMONSTRATION. Secrets and beacon are derived from a text chosen beforehand: this is no lawful draw.",
            "演示：秘密与信标由事先选定的文本导出，不构成依法抽取。",
        ]);

    private static byte[] BytesOf(string text, string purpose, string part) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"supervision demonstration\n{purpose}\n{part}\n{text}"));
}
