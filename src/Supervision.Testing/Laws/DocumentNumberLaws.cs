using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Registry;

namespace Supervision.Testing.Laws;

// Goal: serials of one agency, kind and year run from 1 without a gap, whatever is given up on the way.
internal sealed class DocumentNumberLaws : StoreSuite
{
    private static readonly DateOnly s_day = new(2026, 6, 4);

    [Law]
    public async Task Take_AgenciesKindsAndYears_CountOnTheirOwn()
    {
        Assert.Equal("磐环罚〔2026〕1号", await TakeAsync("磐环", "罚", "c1"));
        Assert.Equal("磐环罚〔2026〕2号", await TakeAsync("磐环", "罚", "c2"));
        Assert.Equal("磐环罚〔2027〕1号", await TakeAsync("磐环", "罚", "c3", s_day.AddYears(1)));
        Assert.Equal("磐环告〔2026〕1号", await TakeAsync("磐环", "告", "c1"));
        Assert.Equal("义市监罚〔2026〕1号", await TakeAsync("义市监", "罚", "c9"));
        await ReopenAsync();
        Assert.Equal("磐环罚〔2026〕3号", await TakeAsync("磐环", "罚", "c4"));
        var all = await ReadAsync<IDocumentNumberStore, IReadOnlyList<DocumentNumber>>(s => s.ListAsync("磐环", "罚", 2026, 0, 10_000, Token));
        Assert.Equal([1, 2, 3], all.Select(number => number.Serial));
        Assert.Equal(all[1], await ReadAsync<IDocumentNumberStore, DocumentNumber?>(s => s.FindAsync("罚", "c2", Token)));
        Assert.Null(await ReadAsync<IDocumentNumberStore, DocumentNumber?>(s => s.FindAsync("罚", "c5", Token)));
    }

    [Law]
    public async Task Take_TheSameDocumentAgain_GivesItsNumber()
    {
        var first = await TakeAsync("磐环", "罚", "c1");
        await TakeAsync("磐环", "罚", "c2");
        Assert.Equal(first, await TakeAsync("磐环", "罚", "c1", s_day.AddDays(9)));
    }

    [Law]
    public async Task Take_RolledBack_LeavesNoGap()
    {
        await TakeAsync("磐环", "罚", "c1");
        await using (var scope = Services.CreateAsyncScope())
        {
            var numbers = scope.ServiceProvider.GetRequiredService<IDocumentNumberStore>();
            Assert.Equal(2, (await numbers.TakeAsync("磐环", "罚", "given up", s_day, Token)).Serial);
            Assert.Equal(3, (await numbers.TakeAsync("磐环", "罚", "given up too", s_day, Token)).Serial);
        }

        Assert.Equal("磐环罚〔2026〕2号", await TakeAsync("磐环", "罚", "c2"));
    }

    [Law]
    public async Task Take_ManyAtOnce_HasEachSerialOnce()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => TakeAsync("磐环", "罚", $"c{i}"))));
        Assert.Equal(40, taken.Distinct(StringComparer.Ordinal).Count());
        var all = await ReadAsync<IDocumentNumberStore, IReadOnlyList<DocumentNumber>>(s => s.ListAsync("磐环", "罚", 2026, 0, 10_000, Token));
        Assert.Equal(Enumerable.Range(1, 40), all.Select(number => number.Serial));
    }

    private async Task<string> TakeAsync(string agency, string kind, string key, DateOnly? on = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var number = await scope.ServiceProvider.GetRequiredService<IDocumentNumberStore>()
            .TakeAsync(agency, kind, key, on ?? s_day, Token);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        return number.ToString();
    }
}
