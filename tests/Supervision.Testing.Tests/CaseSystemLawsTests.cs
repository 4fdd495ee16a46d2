using Supervision.CaseExchange;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Storage;

namespace Supervision.Testing.Tests;

// Goal: the folder keeps the laws of a department's case system, and the laws catch systems that break them.
public sealed class CaseSystemLawsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cases").FullName;

    public static TheoryData<string> Laws => [.. CaseSystemLaws.All.Select(row => (string)row[0])];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Laws))]
    public Task Folder_KeepsTheLaw(string law) => CheckAsync(law, folder => folder);

    [Theory, MemberData(nameof(Laws))]
    public async Task AForgetfulSystem_BreaksALaw(string law)
    {
        if (law is not ("Deliver_GivesAReceiptOfTheParcel" or "Read_BeforeAnyReport_IsEmpty"))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => CheckAsync(law, _ => new FolderCaseSystem("ecology", Path.Combine(_folder, Guid.NewGuid().ToString("N")))));
        }
    }

    [Theory]
    [InlineData("Deliver_GivesAReceiptOfTheParcel")]
    [InlineData("Read_BeforeAnyReport_IsEmpty")]
    [InlineData("Read_EveryMember_ComesBack")]
    [InlineData("Read_AfterANumber_IsInOrderAndTakesNothingAway")]
    public async Task ABentSystem_BreaksTheLaw(string law) =>
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => CheckAsync(law, folder => new BentSystem(folder)));

    [Fact]
    public async Task Check_OfNoLaw_SaysWhereTheyAre() => Assert.Contains(
        "CaseSystemLaws.All", (await Assert.ThrowsAsync<ArgumentException>(() => CheckAsync("no such law", folder => folder))).Message, StringComparison.Ordinal);

    private Task CheckAsync(string law, Func<FolderCaseSystem, ICaseSystem> bend)
    {
        var folder = new FolderCaseSystem("ecology", _folder);
        return CaseSystemLaws.CheckAsync(
            law, _ => Task.FromResult(new CaseSystemUnderTest(bend(folder), folder.ReportAsync)), TestContext.Current.CancellationToken);
    }

    // Keeps a hash of nothing, shows a report that nobody wrote, and gives reports the wrong way round.
    private sealed class BentSystem(FolderCaseSystem inner) : ICaseSystem
    {
        public string AgencyId => inner.AgencyId;

        public async Task<Outcome<CaseReceipt>> DeliverAsync(CaseParcel parcel, CancellationToken cancellationToken) =>
            (await inner.DeliverAsync(parcel, cancellationToken)).OrThrow() with { ParcelHash = "" };

        public async Task<Outcome<IReadOnlyList<CaseReport>>> ReadAsync(string parcelId, int after, CancellationToken cancellationToken)
        {
            var read = (await inner.ReadAsync(parcelId, after, cancellationToken)).OrThrow();
            return read.Count == 0 ? [new CaseReport(parcelId, 1, "x", CaseStage.Notice, "x", default)] : read.Reverse().ToList();
        }
    }
}
