using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Storage;

namespace Supervision.Testing.Tests;

// Goal: 行政处罚法 art. 42 asks for two officers, so nobody hands in the other one's signature; a head may carry both, and the journal names the head.
public sealed class OwnSignatureTests
{
    [Theory]
    [InlineData(Roles.Inspector, "o1", "SUP2001")]
    [InlineData(Roles.Inspector, "o2", "SUP7350")]
    [InlineData(Roles.Inspector | Roles.Head, "o2", "SUP2001")]
    public async Task HandIn_TheSignatureOfAnother_IsRefused(Roles roles, string signer, string code)
    {
        var token = TestContext.Current.CancellationToken;
        using var database = new ThrowAwayDatabase();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        services.AddSupervision();
        services.AddSupervisionSqlite(database.FilePath);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredService<SupervisionDatabase>().OpenAsync(token);
        var (desk, actor) = (provider.GetRequiredService<CommandDesk>(), new Actor("o1", "market") { Roles = roles });

        // There is no such task: whoever gets that far was not refused for the signature.
        var submission = new InspectionSubmission("t", [], [], null, null, null)
        {
            OfficerSignatures = [new OfficerSignature("o1", "", default), new OfficerSignature(signer, "", default)],
        };
        Assert.Equal(code, (await desk.RunAsync<SubmitInspection, Outcome<InspectionTask>>(
            actor, use => use.RunAsync(submission, actor, token), token)).Refusal?.Code);
        Assert.Equal(code, (await desk.RunAsync<AdvanceTask, Outcome<InspectionTask>>(
            actor, use => use.RunAsync(TaskTrigger.Countersign, submission with { OfficerSignatures = [new OfficerSignature(signer, "", default)] }, actor, token), token))
            .Refusal?.Code);
    }
}
