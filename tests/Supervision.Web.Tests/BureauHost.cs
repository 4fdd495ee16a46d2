using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Web.Tests;

/// <summary>The host as a bureau runs it, outside the demonstration: an empty database, the given settings, and a clock that a test moves.</summary>
internal sealed class BureauHost(params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("supervision-bureau-").FullName;

    /// <summary>Further settings, by their whole name.</summary>
    public IReadOnlyList<(string Name, string Value)> More { get; init; } = [];

    public MovedClock Clock { get; } = new();

    public HttpClient Anybody() => CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://localhost") });

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Supervision:Published", Folder);
        builder.UseSetting("Supervision:Database", Path.Combine(Folder, "bureau.db"));
        builder.UseSetting("Supervision:SignIn:SecondFactor", "Nobody"); // a test that wants it says so
        foreach (var (name, value) in settings)
        {
            builder.UseSetting("Supervision:SignIn:" + name, value.Replace("FOLDER", Folder, StringComparison.Ordinal));
        }

        foreach (var (name, value) in More)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    internal sealed class MovedClock : TimeProvider
    {
        private TimeSpan _moved;

        public void Move(TimeSpan by) => _moved += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _moved;
    }
}
