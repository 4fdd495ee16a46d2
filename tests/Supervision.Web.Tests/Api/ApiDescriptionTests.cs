using System.Text.Json;
using Supervision.Tests;

namespace Supervision.Web.Tests.Api;

/// <summary>docs/reference/openapi.json and the table of docs/reference/api.md are what the host says of itself. SUPERVISION_APPROVE=1 rewrites both; read the diff.</summary>
public sealed class ApiDescriptionTests : IAsyncLifetime
{
    private const string Mark = "<!-- generated from here on: SUPERVISION_APPROVE=1, ApiDescriptionTests of Supervision.Web.Tests -->\n";
    private readonly ApiBureau _bureau = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheCommittedDescription_IsThatOfTheHost()
    {
        using var own = await _bureau.SignedInAsync("own");
        var text = (await own.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Token)).ReplaceLineEndings("\n") + "\n";
        using var description = JsonDocument.Parse(text);
        Assert.StartsWith("3.1", description.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToList();
        Assert.Equal(_bureau.Endpoints().Count, operations.Count);
        Assert.Empty(operations.Where(operation => !operation.Value.TryGetProperty("summary", out _)).Select(operation => operation.Name));
        Assert.Equal(operations.Count, operations.Select(operation => operation.Value.GetProperty("operationId").GetString()).Distinct(StringComparer.Ordinal).Count());
        await IsOnAsync("openapi.json", _ => text);
    }

    [Fact]
    public async Task TheTableOfThePage_IsThatOfTheHost()
    {
        var rows = _bureau.Endpoints().Select(endpoint =>
            $"| `{endpoint.Method} {endpoint.Pattern.Replace("{**", "{", StringComparison.Ordinal).Replace(":long", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal)}` | {endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>()?.Summary} "
            + $"| {(endpoint.Metadata.GetMetadata<Web.Api.UseCaseOf>() is { } runs ? $"`{runs.UseCase.Name}`" : "")} |\n");
        var table = "\n## Calls\n\n| Call | Does | Use case |\n| --- | --- | --- |\n" + string.Concat(rows);
        await IsOnAsync("api.md", page => page[..(page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)] + table);
    }

    public async ValueTask InitializeAsync() => await _bureau.BeginAsync();

    public ValueTask DisposeAsync() => _bureau.DisposeAsync();

    private static async Task IsOnAsync(string name, Func<string, string> wanted)
    {
        var path = SharedData.InRepository("docs", "reference", name);
        var page = File.Exists(path) ? (await File.ReadAllTextAsync(path, Token)).ReplaceLineEndings("\n") : "";
        if (Environment.GetEnvironmentVariable("SUPERVISION_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, wanted(page), Token);
            return;
        }

        Assert.Equal(wanted(page), page);
    }
}
