using Supervision.Web;
using Supervision.Web.Demo;
using Supervision.Web.Localization;
using Supervision.Web.Publication;
using Supervision.Web.Security;

var builder = WebApplication.CreateBuilder(args);
var settings = WebSettings.Read(builder.Configuration);
if (builder.Environment.IsEnvironment(DemoData.Environment))
{
    // A fresh machine has no data yet: the walk makes a small city, its draws and their public files.
    await DemoData.EnsureAsync(settings, CancellationToken.None);
    builder.WebHost.UseStaticWebAssets(); // not published yet: styles and scripts come from the project
}

builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
builder.Services.AddSupervisionWeb(settings);

var app = builder.Build();
await app.Services.OpenSupervisionAsync(CancellationToken.None);

app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/error", "?code={0}");
app.UseMiddleware<SecurityHeaders>();
app.UseRequestLocalization();
app.MapStaticAssets();
app.MapRazorPages();
app.MapLanguages();
app.MapPublishedFiles();
app.MapSubjectProof();
app.MapOpenData();
app.MapHealth();
app.Run();

/// <summary>The program, named so that a test can start it.</summary>
public sealed partial class Program;
