using Supervision.Web;
using Supervision.Web.Api;
using Supervision.Web.Demo;
using Supervision.Web.Documents;
using Supervision.Web.DrawRoom;
using Supervision.Web.Limits;
using Supervision.Web.Localization;
using Supervision.Web.Publication;
using Supervision.Web.Security;
using Supervision.Web.SignIn;
using Supervision.Web.Studio;
using Supervision.Web.Telemetry;

if (args is ["hash-password", .. var options])
{
    return Passwords.Run(options, Console.In, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(args);
if (ApiDescription.IsBeingWritten)
{
    builder.Configuration.AddInMemoryCollection(ApiDescription.WithoutData);
}

// When published there is no such route: it looks for files that the build does not know, and would have every address take GET.
builder.Configuration["DisableStaticAssetNotFoundRuntimeFallback"] = "true";
var settings = WebSettings.Read(builder.Configuration);
var isDemo = builder.Environment.IsEnvironment(DemoData.Environment);
var signIn = SignInSettings.Read(builder.Configuration);
if (isDemo)
{
    // A fresh machine has no data yet: the walk makes a small city, its draws and their public files.
    await DemoData.EnsureAsync(settings, CancellationToken.None);
    builder.WebHost.UseStaticWebAssets(); // not published yet: styles and scripts come from the project
}

builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
builder.Services.AddSupervisionWeb(settings);
builder.Services.AddRateLimits(LimitSettings.Read(builder.Configuration), isDemo);
builder.Services.AddSignIn(signIn, isDemo ? DemoUsers.All() : signIn.Users is { } file ? SignInUsers.Read(file) : new SignInUsers([]), isDemo);

var app = builder.Build();
if (!ApiDescription.IsBeingWritten)
{
    await app.Services.OpenSupervisionAsync(CancellationToken.None);
}

if (isDemo)
{
    await DemoCalendar.EnsureAsync(app.Services, CancellationToken.None);
    await DemoData.StaffAsync(app.Services, CancellationToken.None);
}

using var export = TelemetryExport.Begin();
app.UseHead();
app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/error", "?code={0}");
app.UseMiddleware<SecurityHeaders>();
app.UseRequestLocalization();
app.UseApiProblems();
app.UseMiddleware<SameSiteWrites>();
app.UseRouting();
app.UseNoEndpoint();
app.UseAuthentication();
app.UseRateLimiter(); // after: the limit of a signed-in person goes by the person
app.UseMiddleware<NotKept>();
app.UseAuthorization();
app.UseMiddleware<SecondFactorGate>();
app.MapStaticAssets().AllowAnonymous();
app.MapPages();
app.MapSignOut();
app.MapApi();
app.MapOpenApi(); // /openapi/v1.json, for whoever is signed in
app.MapRoomProgress();
app.MapWhatIfProgress();
app.MapDocuments();
app.MapMyDocuments();

var everybody = app.MapGroup("").AllowAnonymous();
everybody.MapLanguages();
everybody.MapPublishedFiles();
everybody.MapSubjectProof();
everybody.MapOpenData();
everybody.MapCheckWords();
everybody.MapHealth();
everybody.MapPhone();
app.Run();
return 0;

/// <summary>The program, named so that a test can start it.</summary>
public sealed partial class Program;
