using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Policies;
using Supervision.Storage.Persons;
using Supervision.Storage.Tests.Contract;
using Supervision.Testing;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Sqlite;

/// <summary>A database file in a place of its own: the one that embedders are given for their tests, so that it passes this suite too.</summary>
public sealed class SqliteStorage : IStorageUnderTest
{
    private readonly ThrowAwayDatabase _place = new();
    private readonly ManualTime _time = new(DateTimeOffset.UtcNow);
    private ServiceProvider? _services;

    public string FilePath => _place.FilePath;

    public PersonKeyRing? Keys { get; set; } = PersonKeyRing.New();

    public Action<IServiceCollection>? Configure { get; set; }

    public async Task<IServiceProvider> OpenAsync() => _services ?? await OpenAsync(
        new ServiceCollection().AddSingleton<TimeProvider>(_time).AddSingleton<IPackReader, LinePackReader>().AddSupervision());

    public async Task<IServiceProvider> OpenAsync(IServiceCollection services)
    {
        services.AddSupervisionSqlite(FilePath).AddSupervisionSqlite(FilePath);
        if (Keys is not null)
        {
            services.AddSupervisionPersonKeys(Keys);
        }

        Configure?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        await _services.GetRequiredService<SupervisionDatabase>().OpenAsync(CancellationToken.None);
        return _services;
    }

    public async Task CloseAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
            _services = null;
        }
    }

    public void Tamper(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public string Dump()
    {
        using var connection = Connect();
        var text = new StringBuilder();
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
        {
            text.Append(table).Append('\n');
            text.AppendJoin('\n', Rows(connection, $"SELECT * FROM {table}").Order(StringComparer.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _place.Dispose();
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }

    public static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                byte[] bytes => Convert.ToHexStringLower(bytes),
                DBNull => "∅",
                var value => value.ToString(),
            })));
        }

        return rows;
    }
}
