using System.Globalization;
using System.Text;
using Supervision.Hashing;

namespace Supervision.Storage.Schema;

/// <summary>A numbered script of the schema, as embedded in this assembly.</summary>
internal sealed record SchemaScript(int Number, string Name, string Sql)
{
    // Line ends don't count: a checkout may change them.
    public string Sha256 { get; } =
        Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))).ToString();

    /// <summary>The scripts for a provider ("sqlite") in order of their number.</summary>
    public static IReadOnlyList<SchemaScript> For(string provider)
    {
        var assembly = typeof(SchemaScript).Assembly;
        var folder = $"Schema/{provider}/";
        return
        [
            .. from resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
               where resource.StartsWith(folder, StringComparison.Ordinal)
               let name = resource[folder.Length..]
               select new SchemaScript(
                   int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, Read(assembly, resource)),
        ];
    }

    private static string Read(System.Reflection.Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
