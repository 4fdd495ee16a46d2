using Microsoft.Extensions.DependencyInjection;
using Supervision.Registry;
using Supervision.Storage;

namespace Supervision.Testing.Tests;

// Goal: the laws catch stores that break them. That ours keep all of them is tested with the stores.
public sealed class StoreLawsTests
{
    private const string Law = "Registry.Subjects_EveryMember_ComesBack";

    [Fact]
    public void All_NamesEveryLawOnce()
    {
        var names = StoreLaws.All.Select(row => (string)row[0]).ToList();
        Assert.True(names.Count > 60, $"{names.Count} laws");
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Contains(Law, names);
    }

    [Fact]
    public Task Check_OfStoresThatKeepIt_Passes() => CheckAsync(Law, (_, id) => id);

    [Fact]
    public async Task Check_OfAStoreThatLosesAMember_Fails()
    {
        var broken = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => CheckAsync(Law, (_, found) => found is null ? null : found with { Address = "" }));
        Assert.Contains("Strings differ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAStoreThatShowsOthersRows_Fails() =>
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => CheckAsync(
            "Access.Read_SubjectsOfAnotherDivision_FindsNothing(330183; )",
            (id, found) => found ?? new Subject { Id = id, Kind = SubjectKind.Site, Name = id, DivisionCode = "330782" }));

    [Fact]
    public async Task Check_OfNoLaw_SaysWhereTheyAre() =>
        Assert.Contains("StoreLaws.All", (await Assert.ThrowsAsync<ArgumentException>(() => CheckAsync("no such law", (_, found) => found))).Message, StringComparison.Ordinal);

    private static async Task CheckAsync(string law, Func<string, Subject?, Subject?> find)
    {
        using var database = new ThrowAwayDatabase();
        await StoreLaws.CheckAsync(law, services => OpenAsync(services, database.FilePath, find), TestContext.Current.CancellationToken);
    }

    private static async Task<IServiceProvider> OpenAsync(IServiceCollection services, string path, Func<string, Subject?, Subject?> find)
    {
        services.AddSupervisionSqlite(path);
        var ours = services.Last(service => service.ServiceType == typeof(ISubjectStore)).ImplementationType!;
        services.AddScoped(ours).AddScoped<ISubjectStore>(provider => new BentStore((ISubjectStore)provider.GetRequiredService(ours), find));
        var provider = services.BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredService<SupervisionDatabase>().OpenAsync(CancellationToken.None);
        return provider;
    }

    private sealed class BentStore(ISubjectStore inner, Func<string, Subject?, Subject?> find) : ISubjectStore
    {
        public async Task<Subject?> FindAsync(string id, CancellationToken cancellationToken) =>
            find(id, await inner.FindAsync(id, cancellationToken));

        public Task<IReadOnlyDictionary<string, Subject>> FindAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
            inner.FindAllAsync(ids, cancellationToken);

        public Task<IReadOnlyList<Subject>> SearchAsync(SubjectQuery query, CancellationToken cancellationToken) => inner.SearchAsync(query, cancellationToken);

        public Task<SaveCount> SaveAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellationToken) =>
            inner.SaveAsync(subjects, cancellationToken);

        public Task<long> CountAsync(CancellationToken cancellationToken) => inner.CountAsync(cancellationToken);
    }
}
