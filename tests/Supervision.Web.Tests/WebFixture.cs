using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Supervision.Web.Demo;
using Supervision.Web.Tests;

[assembly: AssemblyFixture(typeof(WebFixture))]

namespace Supervision.Web.Tests;

/// <summary>The host with the demonstration's data, on a real port of the loopback, and one browser for all tests.</summary>
public sealed class WebFixture : IAsyncLifetime
{
    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly Host _host = new();
    private readonly SemaphoreSlim _start = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The public files of the draws: a test that edits one restores it.</summary>
    public string Published => _host.Folder;

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => _host.Services;

    public Uri Address => _host.ClientOptions.BaseAddress;

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A page of a browser context of its own.</summary>
    public async Task<IPage> PageAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Address.ToString();
        options.Locale ??= "zh-CN";
        var context = await (await BrowserAsync()).NewContextAsync(options);
        context.SetDefaultTimeout(30_000); // of a machine that builds beside it
        return await context.NewPageAsync();
    }

    /// <summary>A browser of its own that keeps its data in a folder, as a phone does; closing it is the end of its process.</summary>
    public async Task<IBrowserContext> PhoneAsync(string profile, params string[] arguments)
    {
        await BrowserAsync();
        var context = await _playwright!.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = Required.Chromium, Args = [.. s_arguments, .. arguments], BaseURL = Address.ToString(), Locale = "zh-CN", ViewportSize = new() { Width = 390, Height = 844 },
        });
        context.SetDefaultTimeout(30_000); // of a machine that builds beside it
        return context;
    }

    /// <summary>A page of a context in which somebody of the demonstration has signed in, at the work list or a business's start.</summary>
    public async Task<IPage> SignedInAsync(string name, BrowserNewContextOptions? options = null)
    {
        var page = await PageAsync(options);
        await SignInAsync(page, name);
        return page;
    }

    /// <summary>Signs somebody of the demonstration in and goes where the address says.</summary>
    public static async Task SignInAsync(IPage page, string name, string address = "/sign-in")
    {
        await page.GotoAsync(address);
        await page.Locator("#name").FillAsync(name);
        await page.Locator("#password").FillAsync(DemoUsers.Password);
        await page.Locator("form.form button").ClickAsync();
        await page.ArrivedAsync("^(?!.*/sign-in)");
    }

    public ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000); // of a machine that builds beside it
        _host.UseKestrel(0);
        _host.StartServer();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        _start.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_host.Folder, recursive: true);
        if (Directory.Exists(_host.Folder + "-evidence"))
        {
            Directory.Delete(_host.Folder + "-evidence", recursive: true);
        }
    }

    private async Task<IBrowser> BrowserAsync()
    {
        var program = Required.Chromium;
        await _start.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = s_arguments });
        }
        finally
        {
            _start.Release();
        }
    }

    private sealed class Host : WebApplicationFactory<Program>
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("supervision-web-").FullName;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Demo");
            builder.UseSetting("Supervision:Published", Folder);
            builder.UseSetting("Supervision:Database", Path.Combine(Folder, "walk.db"));
            builder.UseSetting("Supervision:Evidence", Folder + "-evidence");
            builder.UseSetting("Supervision:Limits:PerAddress", "100000"); // all tests come from one address; limits have tests of their own
        }
    }
}
