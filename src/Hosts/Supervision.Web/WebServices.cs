using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Supervision.Storage;
using Supervision.Web.Localization;
using Supervision.Web.Publication;
using Supervision.Web.Security;

namespace Supervision.Web;

/// <summary>Puts the packages into the host's container, as any embedder does.</summary>
internal static class WebServices
{
    public static IServiceCollection AddSupervisionWeb(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSupervision();
        if (settings.Database.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            services.AddSupervisionPostgreSql(settings.Database);
        }
        else
        {
            services.AddSupervisionSqlite(settings.Database);
        }

        services.AddScoped<PublicDraws>();
        services.AddSingleton<PublishedBundles>();
        services.AddScoped<WebTexts>();
        services.AddSingleton<SecurityHeaders>();
        services.AddRazorPages();
        services.Configure<RequestLocalizationOptions>(Languages.Configure);

        // Chinese stays Chinese in the source of a page; what HTML needs escaped still is.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        return services;
    }

    public static Task OpenSupervisionAsync(this IServiceProvider provider, CancellationToken cancellationToken) =>
        provider.GetRequiredService<SupervisionDatabase>().OpenAsync(cancellationToken);
}
