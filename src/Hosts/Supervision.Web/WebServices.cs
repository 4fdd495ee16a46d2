using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Supervision.Hosting;
using Supervision.Hosting.Policies;
using Supervision.Web.Api;
using Supervision.Web.Documents;
using Supervision.Web.DrawRoom;
using Supervision.Web.Localization;
using Supervision.Web.Publication;
using Supervision.Web.Security;
using Supervision.Web.SignIn;
using Supervision.Web.Studio;
using Supervision.Web.Telemetry;

namespace Supervision.Web;

/// <summary>Puts the packages into the host's container, as any embedder does.</summary>
internal static class WebServices
{
    public static IServiceCollection AddSupervisionWeb(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        var packs = new HostPacks(settings);
        services.AddSingleton(packs);
        services.AddSingleton<PublishedHere>();
        services.AddSingleton<PackShelf>();
        services.AddSingleton<WhatIf>();
        services.AddSingleton<WhatIfRuns>();
        services.AddSingleton<CalendarHere>();
        services.AddHostedService<FollowPublications>();
        services.AddSupervision(supervision => supervision.UseRulePacks(packs.Registry));
        new BureauPolicies(settings.ListPolicy, settings.EventCategories).AddTo(services);
        StorageChoice.ByName.Register(services, settings.Database);
        services.AddScoped<PublicDraws>();
        services.AddScoped<PublicPlans>();
        services.AddScoped<PublicResults>();
        services.AddScoped<PublicPenalties>();
        services.AddScoped<OwnDossier>();
        services.AddScoped<OwnMatters>();
        services.AddSingleton<DocumentFonts>();
        services.AddSingleton<PublishedBundles>();
        services.AddSingleton<DrawRooms>();
        services.AddSingleton<RoomActs>();
        services.AddSingleton<DrawChanges>();
        services.AddScoped<WebTexts>();
        services.AddScoped<ApiCommands>();
        services.AddScoped<ApiReads>();
        services.AddScoped<ApiRooms>();
        services.AddScoped<ApiStreams>();
        services.AddApiDescription();
        services.AddSingleton<WebMeters>();
        services.AddSingleton<EvidenceFiles>();
        services.AddSingleton<SecurityHeaders>();
        services.AddRazorPages(pages =>
        {
            // Everything needs a signed-in officer, but for what is named here.
            foreach (var page in (string[])["/Index", "/Plans", "/OpenData", "/Certificate", "/Error", "/SignIn"])
            {
                pages.Conventions.AllowAnonymousToPage(page);
            }

            pages.Conventions.AllowAnonymousToFolder("/Draws");
            pages.Conventions.AllowAnonymousToFolder("/Penalties");
            pages.Conventions.AuthorizeFolder("/Mine", SignInPolicies.Subject);
        });
        services.Configure<RequestLocalizationOptions>(Languages.Configure);

        // Chinese stays Chinese in the source of a page; what HTML needs escaped still is.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        return services;
    }

    public static async Task OpenSupervisionAsync(this IServiceProvider provider, CancellationToken cancellationToken)
    {
        await StorageChoice.ByName.OpenAsync(provider, cancellationToken);

        // What the bureau published decides, and the calendar that it took in counts, from the first request on.
        await provider.GetRequiredService<CalendarHere>().TakeAsync(cancellationToken);
        await provider.GetRequiredService<PublishedHere>().TakeAsync(cancellationToken);
    }
}
