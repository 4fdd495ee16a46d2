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
/// <param name="SecondFactor">Who needs a second factor beside the password.</param>
/// <param name="Known">File of passwords that nobody may choose, a line each, or null.</param>
/// <param name="Words">File of words that no password may contain, a line each, or null.</param>
internal sealed record SignInSettings(
    string? Users, string? Keys, TimeSpan Idle, TimeSpan Absolute, TokenSettings? Token, GatewaySettings? Gateway,
    SecondFactorFor SecondFactor, string? Known, string? Words)
{
    private const int ShortestSecret = 32;

    /// <exception cref="InvalidOperationException">A way is described in part, or with a secret that anybody could guess.</exception>
    public static SignInSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Supervision:SignIn");
        var settings = new SignInSettings(
            section["Users"], section["Keys"],
            section.GetValue("Idle", TimeSpan.FromMinutes(30)), section.GetValue("Absolute", TimeSpan.FromHours(8)),
            TokenOf(section.GetSection("Token")), GatewayOf(section.GetSection("Gateway")),
            FactorOf(section), FileOf(section, "Known"), FileOf(section, "Words"));
        return settings is { Users: not null, Keys: null }
            ? throw Wrong("Keys", "is missing: name a folder that only this host can read, in which the keys of its cookies are kept")
            : settings;
    }

    private static SecondFactorFor FactorOf(IConfigurationSection section) =>
        section["SecondFactor"] is not { Length: > 0 } text ? SecondFactorFor.Officers
        : Enum.TryParse<SecondFactorFor>(text, ignoreCase: true, out var factor) && Enum.IsDefined(factor) ? factor
        : throw Wrong("SecondFactor", $"is '{text}', and must be one of {string.Join(", ", Enum.GetNames<SecondFactorFor>())}");

    private static string? FileOf(IConfigurationSection section, string name) =>
        section[name] is not { Length: > 0 } path || File.Exists(path) ? section[name] : throw Wrong(name, $"names {path}, which is not there");

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
