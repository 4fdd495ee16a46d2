using System.Data.Common;
using System.Globalization;

namespace Supervision.Storage.Schema;

/// <summary>
/// Brings a database to the schema of this assembly: scripts in order, each in its own transaction together with its
/// line in schema_versions. An applied script that reads differently today is refused, not guessed at.
/// </summary>
internal sealed class SchemaUpgrader(IReadOnlyList<SchemaScript> scripts, string engine)
{
    private const string VersionsTable =
        """
        CREATE TABLE IF NOT EXISTS schema_versions (
            number INTEGER NOT NULL PRIMARY KEY,
            name   TEXT    NOT NULL,
            sha256 TEXT    NOT NULL,
            engine TEXT    NOT NULL)
        """;

    /// <summary>Applies what is missing. SUP9011: an applied script was altered. SUP9012: the database is newer.</summary>
    public void Upgrade(DbConnection connection)
    {
        Execute(connection, VersionsTable);
        var applied = Applied(connection);
        foreach (var (number, (name, sha256)) in applied)
        {
            var script = scripts.FirstOrDefault(script => script.Number == number) ?? throw new StorageException(
                $"SUP9012: the database has schema script {name}, which this version of the program does not know. "
                + "Use a newer version of the program.");
            if (script.Sha256 != sha256)
            {
                throw new StorageException(
                    $"SUP9011: schema script {name} was applied with SHA-256 {sha256}, but now has {script.Sha256}. "
                    + "Restore the script as it was and put the change into a script with the next number.");
            }
        }

        foreach (var script in scripts.Where(script => !applied.ContainsKey(script.Number)))
        {
            using var transaction = connection.BeginTransaction();
            Execute(connection, script.Sql);
            Execute(
                connection, "INSERT INTO schema_versions (number, name, sha256, engine) VALUES (@p0, @p1, @p2, @p3)",
                script.Number, script.Name, script.Sha256, engine);
            transaction.Commit();
        }
    }

    private static SortedDictionary<int, (string Name, string Sha256)> Applied(DbConnection connection)
    {
        var applied = new SortedDictionary<int, (string, string)>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, name, sha256 FROM schema_versions";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            applied.Add(reader.GetInt32(0), (reader.GetString(1), reader.GetString(2)));
        }

        return applied;
    }

    private static void Execute(DbConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture);
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
