using System.Net;

namespace Supervision.Web.SignIn;

/// <summary>
/// How people and programs prove who they are: section "Supervision:SignIn". Each way is on when its settings are there; with none of
/// them only public pages can be read.
/// </summary>
/// <param name="Users">JSON file of users with hashed passwords, or null.</param>
/// <param name="Keys">Folder for the keys that protect cookies; needed with users.</param>
/// <param name="Idle">A session ends after so much time without a request.</param>
/// <param name="Absolute">A session ends after so much time in any case.</param>
/// <param name="Token">Signed tokens for programs, or null.</param>
/// <param name="Gateway">A gateway in front that signs people in, or null.</param>
internal sealed record SignInSettings(
    string? Users, string? Keys, TimeSpan Idle, TimeSpan Absolute, TokenSettings? Token, GatewaySettings? Gateway)
{
    private const int ShortestSecret = 32;

    /// <exception cref="InvalidOperationException">A way is described in part, or with a secret that anybody could guess.</exception>
    public static SignInSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Supervision:SignIn");
        var settings = new SignInSettings(
            section["Users"], section["Keys"],
            section.GetValue("Idle", TimeSpan.FromMinutes(30)), section.GetValue("Absolute", TimeSpan.FromHours(8)),
            TokenOf(section.GetSection("Token")), GatewayOf(section.GetSection("Gateway")));
        return settings is { Users: not null, Keys: null }
            ? throw Wrong("Keys", "is missing: name a folder that only this host can read, in which the keys of its cookies are kept")
            : settings;
    }

    private static TokenSettings? TokenOf(IConfigurationSection section) => section.Exists()
        ? new TokenSettings(Demand(section, "Issuer"), Demand(section, "Audience"), Demand(section, "PublicKey"))
        : null;

    private static GatewaySettings? GatewayOf(IConfigurationSection section)
    {
        if (!section.Exists())
        {
            return null;
        }

        var secret = Demand(section, "Secret");
        if (secret.Length < ShortestSecret || secret.Distinct().Count() < 10)
        {
            throw Wrong("Gateway:Secret", $"is too easy to guess: at least {ShortestSecret} characters drawn at random, from the environment");
        }

        var proxies = Demand(section, "Proxies").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return new GatewaySettings(secret, [.. proxies.Select(proxy => IPAddress.TryParse(proxy, out var address)
            ? address
            : throw Wrong("Gateway:Proxies", $"has '{proxy}', which is not an address"))]);
    }

    private static string Demand(IConfigurationSection section, string name) =>
        section[name] is { Length: > 0 } value ? value : throw Wrong($"{section.Key}:{name}", "is missing");

    private static InvalidOperationException Wrong(string name, string what) =>
        new($"The setting Supervision:SignIn:{name} {what}.");
}
