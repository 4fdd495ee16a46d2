using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Storage.Tests.Sqlite;

namespace Supervision.Storage.Tests.Reads;

/// <summary>
/// What an officer starts with is read by an index of its own: SQLite, which chooses without counting rows, is asked how it goes about the very
/// statements that the stores send.
/// </summary>
public sealed class WorkListReadsTests : IAsyncDisposable
{
    private readonly SqliteStorage _storage = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Theory]
    [InlineData("ix_tasks_open")]
    [InlineData("ix_matters_waits")]
    [InlineData("ix_cases_due")]
    public async Task TheWorkList_IsReadByItsIndex(string index)
    {
        var services = await _storage.OpenAsync();
        await using var scope = services.GetRequiredService<CommandDesk>().Open(new Actor("p", "yiwu-market") { Roles = Roles.Inspector, DivisionCode = "330782" });
        var stores = scope.ServiceProvider;
        var plan = await PlanAsync(() => index switch
        {
            "ix_tasks_open" => stores.GetRequiredService<ITaskStore>().ListOpenAsync("yiwu-market", 100, Token),
            "ix_matters_waits" => stores.GetRequiredService<IMatterStore>().ListAsync(new MatterQuery { AgencyId = "yiwu-market", IsWaiting = true }, Token),
            _ => stores.GetRequiredService<ICaseStore>().ListDueAsync("yiwu-market", 100, Token),
        });
        Assert.Contains(plan, step => step.Contains($"USING INDEX {index} ", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN tasks", StringComparison.Ordinal) || step.StartsWith("SCAN matters", StringComparison.Ordinal)
            || step.StartsWith("SCAN cases", StringComparison.Ordinal) || step.StartsWith("SCAN s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SubjectsByTheirIds_AreFoundOneByOne()
    {
        var services = await _storage.OpenAsync();
        await using var scope = services.CreateAsyncScope();
        var subjects = scope.ServiceProvider.GetRequiredService<ISubjectStore>();
        var plan = await PlanAsync(() => subjects.FindAllAsync(["S-1", "S-2"], Token));
        Assert.Contains(plan, step => step.StartsWith("SEARCH s USING INDEX", StringComparison.Ordinal));
    }

    // The steps of the first statement that a read sends.
    private static async Task<List<string>> PlanAsync(Func<Task> read)
    {
        using var commands = new Commands();
        using var subscription = DiagnosticListener.AllListeners.Subscribe(commands);
        await read();
        return Assert.Single(commands.Plans);
    }

    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly AsyncLocal<bool> _isOwn = new() { Value = true };
        private readonly List<IDisposable> _subscriptions = [];

        public List<List<string>> Plans { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (_isOwn.Value && value.Value is CommandEventData { Command: { } command } and not CommandEndEventData)
            {
                Plans.Add(PlanOf(command));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(one => one.Dispose());

        private static List<string> PlanOf(DbCommand command)
        {
            using var asked = command.Connection!.CreateCommand();
            asked.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            foreach (DbParameter parameter in command.Parameters)
            {
                var copy = asked.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                asked.Parameters.Add(copy);
            }

            using var rows = asked.ExecuteReader();
            List<string> steps = [];
            while (rows.Read())
            {
                steps.Add(rows.GetString(3));
            }

            return steps;
        }
    }
}
