using System.Collections;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Data;
using Supervision.DecisionSupport;
using Supervision.Documents;
using Supervision.Events;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Storage.Tests.PostgreSql;

namespace Supervision.Storage.Tests.Reads;

/// <summary>
/// No query reads a whole table into memory: every method of every store that reads is called, and each statement that reaches the server must have
/// something that keeps its rows few (<see cref="QueryBound"/>). A method that gives a stream lets the rows pass one by one. The texts are the same on SQLite.
/// </summary>
public sealed class BoundedReadsTests : IAsyncLifetime
{
    /// <summary>What reads more and may, and why.</summary>
    private static readonly Dictionary<string, string> s_allowed = new(StringComparer.Ordinal)
    {
        ["IBatchStore.CurrentAsync"] = "what a channel delivered last, compared with a delivery that is in memory as well",
        ["ICalendarStore.ListAsync"] = "notices of working days, about one a year, all of which count",
        ["ICatalogStore.ListNationalItemsAsync"] = "the national list, in memory while a catalogue is checked against it",
        ["IIndicatorStore.CountAsync"] = "one number an agency and division, of the days of a period by an index",
        ["IIndicatorStore.CountEachAsync"] = "the same for each of the measures and periods asked for",
        ["IJournalIndex.FindByKeysAsync"] = "what happened to the things that one dossier shows",
        ["IJournalIndex.FindAsync"] = "asked without a key for broken glass and the training clock alone, which are few",
        ["IOutboxStore.ListParkedAsync"] = "what one subscriber has not taken; every key among it holds back what comes behind",
        ["IPackStore.ListPublishedAsync"] = "what decides, and is in memory as long as the process runs",
        ["IPersonStore.FindIdsAsync"] = "those with one number, under the key of today or the one before",
        ["ITaskStore.CountCleanAsync"] = "one number a visited subject",
        ["ITaskStore.CountOpenAsync"] = "one number an officer",
        ["ITaskStore.ListUnnoticedAsync"] = "one command's work: each becomes part of a notice in its one transaction",
        ["ITaskStore.ListVisitsAsync"] = "the visits of the subjects of one draw",
    };

    private static readonly string[] s_writing = ["Add", "Append", "End", "Extend", "Judge", "Mark", "Save", "Unseal", "Update"];

    private readonly PostgreSqlStorage _storage = new();
    private IServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _services = await _storage.OpenAsync();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Stores_EveryMethod_AsksForFewRows()
    {
        using var log = new QueryLog();
        List<string> unbounded = [], silent = [];
        var excused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in Stores().SelectMany(store => store.GetMethods()).Where(IsReading).OrderBy(method => Name(method), StringComparer.Ordinal))
        {
            await CallAsync(method, withNulls: false);
            await CallAsync(method, withNulls: true);
            var texts = log.Take();
            if (texts.Count == 0)
            {
                silent.Add(Name(method));
            }

            foreach (var text in texts.Where(text => !IsStream(method) && QueryBound.Of(text) is null))
            {
                if (s_allowed.ContainsKey(Name(method)))
                {
                    excused.Add(Name(method));
                }
                else
                {
                    unbounded.Add($"{Name(method)}: {text.ReplaceLineEndings(" ")}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', silent));
        Assert.True(unbounded.Count == 0, string.Join('\n', unbounded));
        Assert.Equal(s_allowed.Keys.Order(StringComparer.Ordinal), excused.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SELECT t.id FROM tasks t", false)]
    [InlineData("SELECT t.id FROM tasks t WHERE t.state = @p0", false)]
    [InlineData("SELECT t.id FROM tasks t WHERE t.subject_id = @p0 OR t.state = @p1", false)]
    [InlineData("SELECT t.id FROM tasks t WHERE (t.subject_id = @p0) IS NULL", false)]
    [InlineData("SELECT t.id FROM tasks t WHERE t.id IN (SELECT f.task_id FROM findings f LIMIT 3)", false)]
    [InlineData("SELECT t.subject_id, count(*) FROM tasks t GROUP BY t.subject_id", false)]
    [InlineData("SELECT count(*) FROM tasks t GROUP BY t.subject_id", false)]
    [InlineData("SELECT x.id FROM (SELECT t.id FROM tasks t) x", false)]
    [InlineData("SELECT t.id FROM tasks t LIMIT @p0", true)]
    [InlineData("SELECT x.id FROM (SELECT t.id FROM tasks t LIMIT 3) x JOIN findings f ON f.task_id = x.id", true)]
    [InlineData("SELECT t.id\nFROM \"tasks\" AS t\nWHERE (@all OR t.agency_id = @own) AND t.\"subject_id\" = @p0", true)]
    [InlineData("SELECT t.id FROM tasks t WHERE t.subject_id = ANY (@p0)", true)]
    [InlineData("SELECT count(*)::int FROM tasks t WHERE t.state = @p0", true)]
    [InlineData("SELECT EXISTS (SELECT 1 FROM tasks t)", true)]
    [InlineData("SELECT o.id FROM officers o", true)]
    public void Bound_OfAQuery_IsItsLimitItsKeyOrNothing(string sql, bool bounded) => Assert.Equal(bounded, QueryBound.Of(sql) is not null);

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    // Whoever adds or saves brings what it writes and looks at its key alone.
    private static bool IsReading(MethodInfo method) => !s_writing.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal));

    private static bool IsStream(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static IEnumerable<Type> Stores() =>
        new ServiceCollection().AddSupervisionPostgreSql("Host=x").Select(service => service.ServiceType)
            .Where(type => type is { IsInterface: true, Namespace: { } space } && space.StartsWith("Supervision", StringComparison.Ordinal)
                && type != typeof(IUnitOfWork) && type != typeof(IHeldUnitOfWork));

    private async Task CallAsync(MethodInfo method, bool withNulls)
    {
        await using var scope = _services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService(method.DeclaringType!);
        object?[] values = [.. method.GetParameters().Select(parameter => withNulls && IsNullable(parameter) ? null : Value(parameter))];
        try
        {
            dynamic result = method.Invoke(store, values)!;
            await (IsStream(method) ? DrainAsync(result) : (Task)result);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        }
        catch (Exception exception) when (exception is ConcurrencyConflictException or InvalidOperationException)
        {
            // What it asked was asked: the thing is there already, or is not.
        }
    }

    private static bool IsNullable(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (var _ in stream)
        {
        }
    }

    private static object? Value(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (s_values.TryGetValue(type, out var value))
        {
            return value(parameter.Name!);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0);
        }

        Assert.True(type.IsGenericType, $"Teach this test a value of {type} for {Name((MethodInfo)parameter.Member)}.");
        var element = type.GetGenericArguments()[0];
        Assert.True(s_values.ContainsKey(element), $"Teach this test a value of {element} for {Name((MethodInfo)parameter.Member)}.");
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (s_values[element](parameter.Name!) is { } one)
        {
            list.Add(one);
        }

        return list;
    }

    private static readonly DateTimeOffset s_now = DateTimeOffset.UnixEpoch;

    private static readonly Dictionary<Type, Func<string, object?>> s_values = new()
    {
        [typeof(CancellationToken)] = _ => Token,
        [typeof(string)] = name => name is "hash" or "hashPrefix" ? new string('a', 16) : name == "divisionCode" ? "330782" : "x",
        [typeof(ReadOnlyMemory<byte>)] = _ => new ReadOnlyMemory<byte>([1]),
        [typeof(int)] = name => name == "height" ? 8 : 3,
        [typeof(long)] = _ => 3L,
        [typeof(DateOnly)] = _ => new DateOnly(2026, 3, 2),
        [typeof(DateTimeOffset)] = name => name == "until" ? s_now.AddMinutes(1) : s_now,
        [typeof(Actor)] = _ => new Actor("li", "yiwu-market"),
        [typeof(ResidentId)] = _ => ResidentId.Parse("11010519491231002X").OrThrow(),
        [typeof(BatchNumber)] = _ => new BatchNumber(new DateOnly(2026, 3, 2), 1),
        [typeof(DrawNumber)] = _ => new DrawNumber("x", "x", 1),
        [typeof(TaskQuery)] = _ => new TaskQuery(),
        [typeof(CaseQuery)] = _ => new CaseQuery(),
        [typeof(IndicatorMeasure)] = _ => new IndicatorMeasure(IndicatorSource.Visits, []),
        [typeof(IndicatorPeriod)] = _ => new IndicatorPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1), s_now, s_now.AddDays(90)),
        [typeof(SubjectQuery)] = _ => new SubjectQuery(),
        [typeof(MatterQuery)] = _ => new MatterQuery(),
        [typeof(ParkedEvent)] = _ => null,
        [typeof(DocumentKind)] = _ => DocumentKind.Decision,
    };
}
