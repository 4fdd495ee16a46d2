using Supervision.Audit;
using Supervision.CaseExchange;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Testing.Laws;

/// <summary>The laws behind <see cref="CaseSystemLaws"/>.</summary>
internal static class CaseSystemSuite
{
    private static readonly DateOnly s_day = new(2026, 3, 6);

    private static readonly CaseLaw s_law = new(
        new LegalClock(WorkingCalendar.Shipped, PeriodConventions.Shipped), PenaltyProcedure.Shipped, DiscretionBenchmarks.Shipped);

    private static readonly Dictionary<string, Func<Opened, Task>> s_laws = new(StringComparer.Ordinal)
    {
        ["Deliver_GivesAReceiptOfTheParcel"] = GivesAReceiptAsync,
        ["Deliver_Again_GivesTheFirstReceipt"] = GivesTheFirstReceiptAsync,
        ["Read_BeforeAnyReport_IsEmpty"] = IsEmptyAsync,
        ["Read_EveryMember_ComesBack"] = ComesBackAsync,
        ["Read_AfterANumber_IsInOrderAndTakesNothingAway"] = IsInOrderAsync,
        ["Read_OfTwoParcels_MixesNothing"] = MixesNothingAsync,
        ["Case_IsFollowedToItsArchive"] = IsFollowedAsync,
    };

    public static IReadOnlyCollection<string> Names => s_laws.Keys;

    public static Task CheckAsync(string law, Func<CancellationToken, Task<CaseSystemUnderTest>> open, CancellationToken cancellationToken) =>
        s_laws[law](new Opened(open, cancellationToken));

    private static async Task GivesAReceiptAsync(Opened opened)
    {
        var parcel = Parcel("c-1", "某化工厂𠮷");
        var receipt = await opened.DeliverAsync(parcel);
        Assert.Equal((parcel.Id, parcel.Hash), (receipt.ParcelId, receipt.ParcelHash));
        Assert.True(Identifier.IsValid(receipt.ForeignId), $"'{receipt.ForeignId}' is no identifier.");
    }

    private static async Task GivesTheFirstReceiptAsync(Opened opened)
    {
        var first = await opened.DeliverAsync(Parcel("c-1", "甲"));
        Assert.Equal(first, await opened.DeliverAsync(Parcel("c-1", "甲")));
        Assert.Equal(first, await opened.DeliverAsync(Parcel("c-1", "乙")));
        Assert.NotEqual(first.ParcelId, (await opened.DeliverAsync(Parcel("c-2", "甲"))).ParcelId);
    }

    private static async Task IsEmptyAsync(Opened opened)
    {
        Assert.Empty(await opened.ReadAsync("c-1.1", 0));
        await opened.DeliverAsync(Parcel("c-1", "甲"));
        Assert.Empty(await opened.ReadAsync("c-1.1", 0));
    }

    private static async Task ComesBackAsync(Opened opened)
    {
        var receipt = await opened.DeliverAsync(Parcel("c-1", "甲"));
        CaseReport[] told =
        [
            new(receipt.ParcelId, 1, receipt.ForeignId, CaseStage.Investigation, Given.RareName, s_day) { Text = Given.RareName },
            new(receipt.ParcelId, 2, receipt.ForeignId, CaseStage.Decision, "决定", s_day)
            {
                Sanction = new Sanction(PenaltyKind.Fine | PenaltyKind.ConfiscationOfGains | PenaltyKind.LicenceSuspension, 280_000.55m, 1.01m, 0m, 3),
                DocumentNumber = "环罚〔2026〕7号",
            },
            new(receipt.ParcelId, 3, receipt.ForeignId, CaseStage.Enforcement, "公示", s_day)
            {
                Publication = new CasePublication(PublicityChannel.DoublePublicity, s_day, s_day.AddDays(1)),
            },
            new(receipt.ParcelId, 4, receipt.ForeignId, CaseStage.Enforcement, "撤销", s_day) { IsAnnulled = true, Text = "复议撤销" },
        ];
        await opened.ReportAsync(told);
        var read = await opened.ReadAsync(receipt.ParcelId, 0);
        Assert.Equal(told.Length, read.Count);
        foreach (var (expected, actual) in told.Zip(read))
        {
            Same.Value(expected, actual);
        }
    }

    private static async Task IsInOrderAsync(Opened opened)
    {
        var receipt = await opened.DeliverAsync(Parcel("c-1", "甲"));
        await opened.ReportAsync([.. Enumerable.Range(1, 12).Select(n => Stage(receipt, n, CaseStage.Investigation))]);
        Assert.Equal(Enumerable.Range(1, 12), (await opened.ReadAsync(receipt.ParcelId, 0)).Select(report => report.Number));
        Assert.Equal([11, 12], (await opened.ReadAsync(receipt.ParcelId, 10)).Select(report => report.Number));
        Assert.Equal([11, 12], (await opened.ReadAsync(receipt.ParcelId, 10)).Select(report => report.Number));
        Assert.Empty(await opened.ReadAsync(receipt.ParcelId, 12));
        Assert.Empty(await opened.ReadAsync(receipt.ParcelId, 13));
    }

    private static async Task MixesNothingAsync(Opened opened)
    {
        var (one, other) = (await opened.DeliverAsync(Parcel("c-1", "甲")), await opened.DeliverAsync(Parcel("c-11", "乙")));
        await opened.ReportAsync(Stage(one, 1, CaseStage.Notice), Stage(other, 1, CaseStage.Investigation), Stage(other, 2, CaseStage.Notice));
        Assert.Equal([one.ParcelId], (await opened.ReadAsync(one.ParcelId, 0)).Select(report => report.ParcelId));
        Assert.Equal(2, (await opened.ReadAsync(other.ParcelId, 0)).Count);
        Assert.NotEqual(one.ForeignId, other.ForeignId);
    }

    private static async Task IsFollowedAsync(Opened opened)
    {
        var parcel = Parcel("c-1", "甲");
        var receipt = await opened.DeliverAsync(parcel);
        var made = Take(parcel.Case, new CaseEntry(CaseTrigger.Send, s_day) { Reference = receipt.ForeignId, Text = receipt.ParcelHash });
        await opened.ReportAsync(
            Stage(receipt, 1, CaseStage.ClueRegistered), Stage(receipt, 2, CaseStage.Investigation),
            Stage(receipt, 3, CaseStage.Decision) with { Sanction = new Sanction(PenaltyKind.Fine, 280_000m), DocumentNumber = "环罚〔2026〕7号" },
            Stage(receipt, 4, CaseStage.Enforcement) with { Publication = new CasePublication(PublicityChannel.DoublePublicity, s_day, null) },
            Stage(receipt, 5, CaseStage.Archived));
        foreach (var report in await opened.ReadAsync(receipt.ParcelId, 0))
        {
            made = Take(made, new CaseEntry(CaseTrigger.RecordReport, s_day) { Report = report });
        }

        Assert.Equal((CaseStage.Archived, false, 280_000m), (made.Transfer!.Stage, made.Transfer.IsFollowed, made.Transfer.Decision!.Sanction!.Fine));
        Assert.Single(made.Transfer.Publications);
    }

    private static CaseReport Stage(CaseReceipt receipt, int number, CaseStage stage) =>
        new(receipt.ParcelId, number, receipt.ForeignId, stage, stage.ToString(), s_day);

    private static CaseParcel Parcel(string caseId, string party) => new(
        Take(
            new PenaltyCase
            {
                Id = caseId, AgencyId = "market", SubjectId = "S-1",
                Clue = new CaseClue { Source = ClueSource.Inspection, ReceivedOn = s_day, ActId = $"act-{caseId}", ViolationOn = s_day, Facts = "氨氮超标𠮷" },
            },
            new CaseEntry(CaseTrigger.HandOver, s_day) { Reference = "ecology", Text = "属生态环境部门管辖", ApprovedBy = "head" }),
        Given.Subject("S-1") with { Name = party });

    private static PenaltyCase Take(PenaltyCase before, CaseEntry entry) => CaseLifecycle.Take(
        new CaseFacts(before, entry, s_law, SubjectKind.Enterprise, [], [], []), new Actor("clerk", "market"),
        new DateTimeOffset(s_day, new TimeOnly(9, 0), TimeSpan.FromHours(8))).OrThrow();

    // Opens the system anew for every call: what it knows must not live in one object.
    private sealed class Opened(Func<CancellationToken, Task<CaseSystemUnderTest>> open, CancellationToken cancellationToken)
    {
        public async Task<CaseReceipt> DeliverAsync(CaseParcel parcel) =>
            (await (await open(cancellationToken)).System.DeliverAsync(parcel, cancellationToken)).OrThrow();

        public async Task<IReadOnlyList<CaseReport>> ReadAsync(string parcelId, int after) =>
            (await (await open(cancellationToken)).System.ReadAsync(parcelId, after, cancellationToken)).OrThrow();

        public async Task ReportAsync(params CaseReport[] reports)
        {
            var opened = await open(cancellationToken);
            foreach (var report in reports)
            {
                await opened.ReportAsync(report, cancellationToken);
            }
        }
    }
}
