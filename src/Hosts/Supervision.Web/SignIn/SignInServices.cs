using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Supervision.Web.SignIn;

/// <summary>Puts the ways of signing in behind one name: a request with a token or from the gateway is judged by that, any other by its cookie.</summary>
internal static class SignInServices
{
    private const string Any = "supervision";

    public static IServiceCollection AddSignIn(this IServiceCollection services, SignInSettings settings, SignInUsers users, bool isDemo)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<SignedIn>();
        services.AddSingleton(users);
        services.AddSingleton<Lockout>();
        services.AddSingleton<Sessions>();
        services.AddSingleton(settings);
        services.AddSingleton<Accounts>();
        services.AddSingleton<SecondFactorGate>();
        services.AddSingleton<SameSiteWrites>();
        services.AddSingleton<NotKept>();
        if (settings.Keys is { } keys)
        {
            services.AddDataProtection().SetApplicationName("Supervision").PersistKeysToFileSystem(OnlyOurs(keys));
        }

        var ways = services.AddAuthentication(Any)
            .AddPolicyScheme(Any, null, any => any.ForwardDefaultSelector = context => Way(context, settings))
            .AddCookie(cookie => Configure(cookie, settings, isDemo));
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<Sessions>((cookie, sessions) => cookie.SessionStore = sessions);
        if (settings.Token is { } token)
        {
            ways.AddJwtBearer(bearer => Configure(bearer, token));
        }

        if (settings.Gateway is { } gateway)
        {
            services.AddSingleton(gateway);
            ways.AddScheme<AuthenticationSchemeOptions, GatewayHandler>(GatewayHandler.SchemeName, null);
        }

        var officer = new AuthorizationPolicyBuilder(Any).RequireClaim(PersonClaims.Agency).Build();
        services.AddAuthorizationBuilder()
            .AddPolicy(SignInPolicies.Officer, officer)
            .AddPolicy(SignInPolicies.Person, policy => policy.AddAuthenticationSchemes(Any).RequireClaim(PersonClaims.Person))
            .AddPolicy(SignInPolicies.Subject, policy => policy.AddAuthenticationSchemes(Any).RequireClaim(PersonClaims.Subject))
            .SetFallbackPolicy(officer)
            .SetDefaultPolicy(officer);
        return services;
    }

    /// <summary>The session of somebody who has just proved who they are.</summary>
    public static Task SignInAsync(this HttpContext context, SignInUser user, bool byTwoFactors, TimeProvider time)
    {
        var principal = PersonClaims.Principal(user.Person, user.Agency, user.Subject, CookieAuthenticationDefaults.AuthenticationScheme)
            ?? throw new InvalidOperationException($"The user '{user.Name}' of the users file has no valid person, or not one of agency and subject.");
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(PersonClaims.Since, time.GetUtcNow().ToString("O")));
        if (byTwoFactors)
        {
            identity.AddClaim(new Claim(PersonClaims.TwoFactors, "1"));
        }

        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal);
    }

    private static string Way(HttpContext context, SignInSettings settings) =>
        settings.Token is not null && context.Request.Headers.Authorization is [{ } value] && value.StartsWith("Bearer ", StringComparison.Ordinal) ? JwtBearerDefaults.AuthenticationScheme
        : settings.Gateway is not null && context.Request.Headers.ContainsKey(GatewayHandler.SecretHeader) ? GatewayHandler.SchemeName
        : CookieAuthenticationDefaults.AuthenticationScheme;

    private static void Configure(CookieAuthenticationOptions cookie, SignInSettings settings, bool isDemo)
    {
        // The prefix has browsers refuse the cookie from a neighbour host; it needs https, which a demonstration on loopback lacks.
        cookie.Cookie.Name = isDemo ? "supervision-demo" : "__Host-supervision";
        cookie.Cookie.SecurePolicy = isDemo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.ExpireTimeSpan = settings.Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "back";
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = async context =>
        {
            var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            if (context.Principal is null || Sessions.SinceOf(context.Principal) is not { } since || now - since >= settings.Absolute)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            }
        };
    }

    // A person is led to the sign-in page, a program is told.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int code)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = code;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    private static void Configure(JwtBearerOptions bearer, TokenSettings token)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(token.PublicKey));
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKey = new ECDsaSecurityKey(key),
            ValidIssuer = token.Issuer,
            ValidAudience = token.Audience,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                var user = context.Principal!;
                var principal = PersonClaims.Principal(
                    user.FindFirstValue(PersonClaims.Person), user.FindFirstValue(PersonClaims.Agency), user.FindFirstValue(PersonClaims.Subject),
                    JwtBearerDefaults.AuthenticationScheme);
                if (principal is null)
                {
                    context.Fail("The token names no person with an agency or a subject.");
                }
                else
                {
                    context.Principal = principal;
                }

                return Task.CompletedTask;
            },
        };
    }

    private static DirectoryInfo OnlyOurs(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
