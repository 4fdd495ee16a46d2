using Supervision.Audit;
using Supervision.Comparison;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

// Goal: a finding comes back as it was made, is judged once, and belongs to its agency.
public abstract class ComparisonContract(IStorageUnderTest storage) : ContractTests(storage)
{
    private static readonly ComparisonRun s_run = new("net-1", "yiwu-market", new DateOnly(2026, 3, 2), "示例𠮷 1", Noon, 3, 4, 2);

    private static readonly ComparisonFinding[] s_findings =
    [
        new("net-1-000001", ComparisonFindingKind.Unlicensed, [new Listing(ComparisonSide.Platform, "P𠮷"), new Listing(ComparisonSide.Delivery, "D1")], null, 400),
        new("net-1-000002", ComparisonFindingKind.Uncertain, [new Listing(ComparisonSide.Platform, "P2")], new RecordMatch("L1", MatchBasis.Likeness, 700, 650, 800, true), 700),
    ];

    [Fact]
    public async Task Finding_SavedAndJudged_ComesBackAsItWas()
    {
        await CommitAsync<IComparisonStore>(store => store.AddAsync(s_run, s_findings, Token));
        await ReopenAsync();
        Assert.Equal(s_run, await ReadAsync<IComparisonStore, ComparisonRun?>(store => store.FindRunAsync("net-1", Token)));
        var all = await ListAsync(null, null, 10);
        Same.Value(s_findings, all.Select(judged => judged.Finding).ToArray());
        Assert.Equal(["net-1-000002"], (await ListAsync(null, "net-1-000001", 10)).Select(judged => judged.Finding.Id));
        Assert.Single(await ListAsync(null, null, 1));

        var judged = all[0] with { Judgement = FindingJudgement.Confirmed, Reason = "核实", JudgedBy = "o1", JudgedAt = Noon.ToUniversalTime() };
        await CommitAsync<IComparisonStore>(store => store.JudgeAsync(judged, Token));
        Same.Value(judged, (await ReadAsync<IComparisonStore, JudgedFinding?>(store => store.FindAsync("net-1-000001", Token)))!);
        Assert.Equal(["net-1-000002"], (await ListAsync(FindingJudgement.Open, null, 10)).Select(open => open.Finding.Id));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync<IComparisonStore>(store => store.JudgeAsync(judged, Token)));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync<IComparisonStore>(store => store.AddAsync(s_run, [], Token)));
    }

    private Task<IReadOnlyList<JudgedFinding>> ListAsync(FindingJudgement? judgement, string? after, int limit) =>
        ReadAsync<IComparisonStore, IReadOnlyList<JudgedFinding>>(store => store.ListAsync("net-1", judgement, after, limit, Token));
}
