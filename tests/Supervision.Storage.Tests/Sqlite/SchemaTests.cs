using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Supervision.Storage.Schema;

namespace Supervision.Storage.Tests.Sqlite;

public sealed class SchemaTests
{
    // Goal: the reviewed script and the mapping say the same. Method: build both, compare what the engine made of them;
    // what only the script can say (STRICT, WITHOUT ROWID, checks, the index of names) is left out.
    [Fact]
    public void Script_AndModel_MakeTheSameTablesColumnsKeysAndIndexes()
    {
        using var scripted = Memory();
        new SchemaUpgrader(SchemaScript.For("sqlite"), "test").Upgrade(scripted);
        Assert.Equal(Describe(FromModel()), Describe(scripted));
    }

    [Fact]
    public void Describe_AColumnMoreOrAnIndexLess_Differs()
    {
        using var changed = FromModel();
        Run(changed, "ALTER TABLE subjects ADD COLUMN extra TEXT");
        Assert.NotEqual(Describe(FromModel()), Describe(changed));
        using var bare = FromModel();
        Run(bare, "DROP INDEX ix_tasks_subject");
        Assert.NotEqual(Describe(FromModel()), Describe(bare));
    }

    [Fact]
    public void Upgrade_Again_ChangesNothingAndAppliesOnlyWhatIsNew()
    {
        using var database = Memory();
        SchemaScript[] one = [new(1, "0001-a.sql", "CREATE TABLE a (x INT);")];
        new SchemaUpgrader(one, "e1").Upgrade(database);
        new SchemaUpgrader([.. one, new(2, "0002-b.sql", "CREATE TABLE b (x INT);")], "e2").Upgrade(database);
        Assert.Equal(
            [$"1\t0001-a.sql\t{one[0].Sha256}\te1", $"2\t0002-b.sql\t{new SchemaScript(2, "", "CREATE TABLE b (x INT);").Sha256}\te2"],
            SqliteStorage.Rows(database, "SELECT * FROM schema_versions"));
    }

    // Names that were there before their index are in it afterwards.
    [Fact]
    public void Upgrade_ARegisterWithoutAnIndexOfNames_PutsAllOfThemIn()
    {
        using var database = Memory();
        var scripts = SchemaScript.For("sqlite");
        new SchemaUpgrader([.. scripts.Where(script => script.Number != 108)], "old").Upgrade(database);
        Run(database, "INSERT INTO subjects (id, kind, name, division_code, industry_code, categories, status, address) VALUES ('S-1', 1, '义乌面馆', '330782', '', '', 1, ''), ('S-2', 1, '', '330782', '', '', 1, '')");
        new SchemaUpgrader(scripts, "new").Upgrade(database);
        Assert.Equal(["S-1"], SqliteStorage.Rows(database, "SELECT subject_id FROM subject_names WHERE subject_names MATCH '\"9762\" AND \"9986\"'"));
        Run(database, "UPDATE subjects SET name = '义乌面馆二店' WHERE id = 'S-1'; UPDATE subjects SET industry_code = '6210'");
        Assert.Equal(["S-1"], SqliteStorage.Rows(database, "SELECT subject_id FROM subject_names_waiting"));
    }

    [Theory]
    [InlineData(1, "CREATE TABLE a (x TEXT);", "SUP9011")]
    [InlineData(2, "CREATE TABLE b (x INT);", "SUP9012")]
    public void Upgrade_AppliedScriptAlteredOrUnknown_IsRefused(int number, string sql, string code)
    {
        using var database = Memory();
        new SchemaUpgrader([new(1, "0001-a.sql", "CREATE TABLE a (x INT);")], "e").Upgrade(database);
        var refused = Assert.Throws<StorageException>(
            () => new SchemaUpgrader([new(number, "0001-a.sql", sql)], "e").Upgrade(database));
        Assert.StartsWith(code, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Upgrade_ScriptFailsHalfWay_LeavesNothingOfIt()
    {
        using var database = Memory();
        var upgrader = new SchemaUpgrader([new(1, "0001-a.sql", "CREATE TABLE a (x INT); nonsense;")], "e");
        Assert.Throws<SqliteException>(() => upgrader.Upgrade(database));
        Assert.Equal(["schema_versions"], SqliteStorage.Rows(database, "SELECT name FROM sqlite_schema WHERE type = 'table'"));
    }

    // Joint visits that were opened before their checklists were kept get them from their tasks, in the order of the tasks.
    [Fact]
    public void Script0104_OfOpenedVisits_TakesTheChecklistsOfTheirTasks()
    {
        using var database = Memory();
        var scripts = SchemaScript.For("sqlite");
        new SchemaUpgrader([.. scripts.Where(script => script.Number != 104)], "before").Upgrade(database);
        Run(database, OpenedVisits);
        new SchemaUpgrader(scripts, "after").Upgrade(database);
        Assert.Equal(
            ["""1	[{"id":"exits","version":3,"hash":"h2"},{"id":"shop","version":1,"hash":"h1"}]""", "2\t∅"],
            SqliteStorage.Rows(database, "SELECT number, checklists FROM joint_visits ORDER BY number"));
    }

    /// <summary>A visit with two tasks, the second of them first, and one that is not opened.</summary>
    internal const string OpenedVisits =
        """
        INSERT INTO tasks (id, draw_id, subject_id, item_code, checklist_id, checklist_version, checklist_hash, agency_id, officer_ids, due_on, state, entries, version)
        VALUES ('t1', '', 'S', 'i', 'shop', 1, 'h1', 'a', '[]', '2026-04-01', 1, '[]', 1), ('t2', '', 'S', 'i', 'exits', 3, 'h2', 'a', '[]', '2026-04-01', 1, '[]', 1);
        INSERT INTO joint_visits (plan_id, number, agency_id, parties, subject_id, planned_on, visit, tasks)
        VALUES ('j', 1, 'a', '|a|', 'S', '2026-03-06', '{}', '["t2","t1"]'), ('j', 2, 'a', '|a|', 'S', '2026-03-06', '{}', NULL);
        """;

    private static SqliteConnection FromModel()
    {
        var database = Memory();
        using var context = new SupervisionDbContext(
            new DbContextOptionsBuilder<SupervisionDbContext>().UseSqlite(database).Options);
        Run(database, context.Database.GenerateCreateScript());
        return database;
    }

    private static SqliteConnection Memory()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Describe(SqliteConnection database) => string.Join('\n', SqliteStorage.Rows(
        database,
        """
        WITH t AS (SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'schema_versions'
                    AND name NOT LIKE 'subject_names%' AND name <> 'name_places')
        SELECT t.name, 'column', c.name, c.type, c."notnull", c.pk FROM t, pragma_table_info(t.name) c
        UNION ALL
        SELECT t.name, 'index', iif(i.origin = 'pk', '', i.name), i."unique", i.partial,
               (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x)
        FROM t, pragma_index_list(t.name) i
        UNION ALL
        SELECT t.name, 'key', f."from", f."table", f."to", f.on_delete FROM t, pragma_foreign_key_list(t.name) f
        ORDER BY 1, 2, 3
        """));
}
