using Microsoft.EntityFrameworkCore;
using Npgsql;
using Supervision.Storage.Schema;
using Supervision.Tests;

namespace Supervision.Storage.Tests.PostgreSql;

public sealed class PostgreSqlSchemaTests
{
    // Goal: the reviewed scripts and the mapping say the same. Method: build both, compare what the server made of them; the index of names is by an expression, which
    // only a script can say.
    [Fact]
    public async Task Scripts_AndModel_MakeTheSameTablesColumnsKeysAndIndexes()
    {
        await using var scripted = new PostgreSqlStorage();
        await scripted.OpenAsync();
        await using var modelled = new PostgreSqlStorage();
        Assert.Equal(FromModel(modelled), Describe(scripted));
        modelled.Tamper("DROP INDEX ix_tasks_subject");
        Assert.NotEqual(Describe(modelled), Describe(scripted));
    }

    // A script for one engine only would leave an agency on the other behind. SUPERVISION_APPROVE=1 drafts what is missing.
    [Fact]
    public void Scripts_OfBothEngines_HaveTheSameNumbersAndNames()
    {
        var sqlite = SchemaScript.For("sqlite");
        var names = SchemaScript.For("postgresql").Select(script => script.Name).ToList();
        foreach (var script in sqlite.Where(script => !names.Contains(script.Name)))
        {
            var path = SharedData.InRepository("src", "Supervision.Storage", "Schema", "postgresql", script.Name);
            if (Environment.GetEnvironmentVariable("SUPERVISION_APPROVE") == "1" && !File.Exists(path))
            {
                File.WriteAllText(path, SchemaTranslation.Translate(script.Sql));
            }
        }

        Assert.Equal(sqlite.Select(script => script.Name), names);
    }

    [Fact]
    public void Translate_TheFirstScript_GivesTheReviewedOneButForItsHead()
    {
        static string Body(string sql) => sql[sql.IndexOf("CREATE TABLE", StringComparison.Ordinal)..];
        Assert.Equal(
            Body(SchemaScript.For("postgresql")[0].Sql),
            Body(SchemaTranslation.Translate(SchemaScript.For("sqlite")[0].Sql)));
    }

    [Fact]
    public async Task Script0104_OfOpenedVisits_TakesTheChecklistsOfTheirTasks()
    {
        await using var storage = new PostgreSqlStorage();
        storage.Tamper("SELECT 1");
        using var connection = storage.Connect();
        var scripts = SchemaScript.For("postgresql");
        new SchemaUpgrader([.. scripts.Where(script => script.Number != 104)], "before").Upgrade(connection);
        PostgreSqlStorage.Run(connection, Sqlite.SchemaTests.OpenedVisits);
        new SchemaUpgrader(scripts, "after").Upgrade(connection);
        Assert.Equal(
            ["exits 3 h2 shop 1 h1"],
            PostgreSqlStorage.Rows(
                connection,
                """
                SELECT concat_ws(' ', checklists::json->0->>'id', checklists::json->0->>'version', checklists::json->0->>'hash',
                                 checklists::json->1->>'id', checklists::json->1->>'version', checklists::json->1->>'hash')
                FROM joint_visits WHERE checklists IS NOT NULL
                """));
    }

    [Fact]
    public async Task Open_ManyProcessesAtOnce_UpgradeOnce()
    {
        await using var storage = new PostgreSqlStorage();
        storage.Tamper("SELECT 1");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var database = new SupervisionDatabase(new Storage.PostgreSql.PostgreSqlServer(storage.ConnectionString));
            await database.OpenAsync(TestContext.Current.CancellationToken);
            Assert.StartsWith("1", database.EngineVersion, StringComparison.Ordinal);
        }));
        using var connection = storage.Connect();
        Assert.Equal(
            SchemaScript.For("postgresql").Select(script => script.Name),
            PostgreSqlStorage.Rows(connection, "SELECT name FROM schema_versions ORDER BY number"));
    }

    [Theory]
    [InlineData("Host=;Database=x", "SUP9015")]
    [InlineData("nonsense", "SUP9015")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=y;Password=geheim", "SUP9016")]
    public async Task Open_ThatCannotWork_SaysWhyAndNoPassword(string connectionString, string code)
    {
        var refused = await Assert.ThrowsAsync<StorageException>(async () =>
        {
            await using var database = new SupervisionDatabase(new Storage.PostgreSql.PostgreSqlServer(connectionString));
            await database.OpenAsync(TestContext.Current.CancellationToken);
        });
        Assert.StartsWith(code, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refused.ToString(), StringComparison.Ordinal);
    }

    private static string FromModel(PostgreSqlStorage storage)
    {
        using var connection = storage.Connect();
        using var context = new SupervisionDbContext(
            new DbContextOptionsBuilder<SupervisionDbContext>().UseNpgsql(connection).Options);
        PostgreSqlStorage.Run(connection, context.Database.GenerateCreateScript());
        return Describe(storage);
    }

    private static string Describe(PostgreSqlStorage storage)
    {
        using NpgsqlConnection connection = storage.Connect();
        return string.Join('\n', PostgreSqlStorage.Rows(
            connection,
            """
            SELECT c.table_name, 'column', c.column_name, c.data_type, c.is_nullable, c.collation_name, ''
            FROM information_schema.columns c
            WHERE c.table_schema = current_schema() AND c.table_name <> 'schema_versions'
            UNION ALL
            SELECT i.tablename, 'index', CASE WHEN x.indisprimary THEN 'primary' ELSE i.indexname END, '', '', '',
                   replace(substr(i.indexdef, strpos(i.indexdef, 'USING')), current_schema() || '.', '') || x.indisunique
            FROM pg_indexes i JOIN pg_index x ON x.indexrelid = (quote_ident(i.schemaname) || '.' || quote_ident(i.indexname))::regclass
            WHERE i.schemaname = current_schema() AND i.tablename <> 'schema_versions' AND i.indexname <> 'ix_subjects_name'
            UNION ALL
            SELECT r.relname, 'key', replace(pg_get_constraintdef(k.oid), current_schema() || '.', ''), '', '', '', ''
            FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid JOIN pg_namespace n ON n.oid = k.connamespace
            WHERE n.nspname = current_schema() AND k.contype = 'f'
            ORDER BY 1, 2, 3
            """));
    }
}
