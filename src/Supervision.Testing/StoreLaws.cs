using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Testing.Laws;

namespace Supervision.Testing;

/// <summary>
/// What stores have to keep, whoever wrote them: what goes in comes out, state and journal become durable together or not at all, nobody's
/// change is overwritten unseen, nobody sees rows of another agency. One law is one test case of any framework; the stores of Supervision
/// pass all of them on SQLite and PostgreSQL. Thread-safe, as long as each law has a database of its own.
/// </summary>
/// <example><code>
/// public static IEnumerable&lt;object[]&gt; Laws => StoreLaws.All;
///
/// [Theory, MemberData(nameof(Laws))]
/// public async Task OurStores_KeepTheLaw(string law)
/// {
///     using var database = new ThrowAwayDatabase();
///     await StoreLaws.CheckAsync(law, async services =>
///     {
///         services.AddScoped&lt;ISubjectStore, OurSubjectStore>();
///         services.AddSupervisionSqlite(database.FilePath);
///         var provider = services.BuildServiceProvider(validateScopes: true);
///         await provider.GetRequiredService&lt;SupervisionDatabase>().OpenAsync(default);
///         return provider;
///     }, default);
/// }
/// </code></example>
public static class StoreLaws
{
    private static readonly IReadOnlyDictionary<string, Law> s_laws = new Law[][]
    {
        Of<RegistryLaws>(), Of<DrawLaws>(), Of<TaskLaws>(), Of<CreditLaws>(), Of<DocumentLaws>(),
        Of<UnitOfWorkLaws>(), Of<ConcurrencyLaws>(), Of<AccessLaws>(), Of<FrameLaws>(), Of<CaseLaws>(), Of<MatterLaws>(), Of<JointPlanLaws>(),
        Of<DocumentNumberLaws>(), Of<IdempotencyLaws>(), Of<OutboxLaws>(), Of<PackLaws>(), Of<CalendarLaws>(), Of<SessionLaws>(), Of<UserSecretLaws>(),
    }.SelectMany(laws => laws).ToDictionary(law => law.Name, StringComparer.Ordinal);

    /// <summary>A row [law] for each law, in a fixed order, such as "Access.Append_InAnotherName_IsRefused".</summary>
    public static IReadOnlyList<object[]> All { get; } = [.. s_laws.Keys.Select(name => new object[] { name })];

    /// <summary>Passes when stores keep a law.</summary>
    /// <param name="law">A law of <see cref="All"/>.</param>
    /// <param name="open">
    /// Opens the stores: adds them to services that already have a clock and the use cases (AddSupervision), builds the provider and makes the
    /// database ready. Called again after the provider was disposed of, when a law asks what is still there; the first time it is empty.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">There is no such law.</exception>
    /// <exception cref="Exception">The law is broken: an assertion of xUnit with what was expected and what came.</exception>
    public static async Task CheckAsync(
        string law, Func<IServiceCollection, Task<IServiceProvider>> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(open);
        if (!s_laws.TryGetValue(law, out var found))
        {
            throw new ArgumentException($"There is no law '{law}'. StoreLaws.All has them.", nameof(law));
        }

        var suite = found.Begin();
        await using var _ = suite.ConfigureAwait(false);
        await suite.OpenAsync(open, cancellationToken).ConfigureAwait(false);
        await found.RunAsync(suite).ConfigureAwait(false);
    }

    private static Law[] Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TSuite>()
        where TSuite : StoreSuite, new() =>
    [
        .. from method in typeof(TSuite).GetMethods()
           from law in method.GetCustomAttributes<LawAttribute>()
           select new Law(NameOf(typeof(TSuite).Name, method.Name, law.Arguments), () => new TSuite(), method, law.Arguments),
    ];

    private static string NameOf(string suite, string method, object[] arguments) =>
        $"{suite[..^"Laws".Length]}.{method}"
        + (arguments.Length == 0 ? "" : $"({string.Join("; ", arguments.Select(one => Convert.ToString(one, CultureInfo.InvariantCulture)))})");

    private sealed record Law(string Name, Func<StoreSuite> Begin, MethodInfo Method, object[] Arguments)
    {
        public Task RunAsync(StoreSuite suite) =>
            (Task)Method.Invoke(suite, BindingFlags.DoNotWrapExceptions, null, Arguments, CultureInfo.InvariantCulture)!;
    }
}
