using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Policies;
using Npgsql;
using Supervision.Storage.Persons;
using Supervision.Storage.Tests.Contract;
using Supervision.Tests;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.PostgreSql;

/// <summary>A schema of its own in the one database of the shared throw-away server: quicker than a database for each test.</summary>
public sealed class PostgreSqlStorage : IStorageUnderTest
{
    private static readonly Lazy<string> s_database = new(PostgresServer.Shared.NewDatabase);
    private static int s_schemas;
    private readonly string _schema = "s" + Interlocked.Increment(ref s_schemas).ToString(CultureInfo.InvariantCulture);
    private bool _isMade;
    private readonly ManualTime _time = new(DateTimeOffset.UtcNow);
    private ServiceProvider? _services;

    public string ConnectionString => $"{s_database.Value};Search Path={_schema}";

    /// <summary>Where the server listens.</summary>
    public string SocketPath => Path.Combine(new NpgsqlConnectionStringBuilder(s_database.Value).Host!, ".s.PGSQL.5432");

    /// <summary>A port of this machine through which the program under test reaches the server; null for directly.</summary>
    public int? Through { get; set; }

    private string ConnectionForTheProgram => Through is not { } port ? ConnectionString
        : new NpgsqlConnectionStringBuilder(ConnectionString) { Host = "127.0.0.1", Port = port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable }.ConnectionString;

    public PersonKeyRing? Keys { get; set; } = PersonKeyRing.New();

    public Action<IServiceCollection>? Configure { get; set; }

    public async Task<IServiceProvider> OpenAsync() => _services ?? await OpenAsync(
        new ServiceCollection().AddSingleton<TimeProvider>(_time).AddSingleton<IPackReader, LinePackReader>().AddSupervision());

    public async Task<IServiceProvider> OpenAsync(IServiceCollection services)
    {
        Make();
        services.AddSupervisionPostgreSql(ConnectionForTheProgram);
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
        Run(connection, sql);
    }

    public string Dump()
    {
        using var connection = Connect();
        var text = new StringBuilder();
        foreach (var table in Rows(connection, $"SELECT table_name::text FROM information_schema.tables WHERE table_schema = '{_schema}' ORDER BY 1"))
        {
            text.Append(table).Append('\n');
            text.AppendJoin('\n', Rows(connection, $"SELECT * FROM {table} ORDER BY 1, 2")).Append('\n');
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_isMade)
        {
            Tamper($"DROP SCHEMA {_schema} CASCADE");
        }
    }

    /// <summary>A connection behind the library's back, to this schema.</summary>
    public NpgsqlConnection Connect()
    {
        Make();
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        connection.Open();
        return connection;
    }

    public static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public static List<string> Rows(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
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

    private void Make()
    {
        if (!_isMade)
        {
            using var connection = new NpgsqlConnection(s_database.Value + ";Pooling=false");
            connection.Open();
            Run(connection, $"CREATE SCHEMA {_schema}");
            _isMade = true;
        }
    }
}
