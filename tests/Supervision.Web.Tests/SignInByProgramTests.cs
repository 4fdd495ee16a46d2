using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Supervision.Web.SignIn;

namespace Supervision.Web.Tests;

/// <summary>Signed tokens and the gateway: what is believed, and each way in which somebody would forge it.</summary>
public sealed class SignInByProgramTests : IDisposable
{
    private const string Secret = "Jd83kf93kd0sl2kf8s7dk3ls9dk2lsQw";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static TheoryData<string> Forgeries => ["none", "other key", "issuer", "audience", "expired", "no expiry", "public key as secret", "nobody", "both"];

    [Fact]
    public async Task AToken_OfTheIssuer_IsThePersonForTheAgency()
    {
        using var host = TokenHost();
        Assert.Equal(HttpStatusCode.OK, await CodeAsync(host, Token(_key)));
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task AForgedToken_OpensNothing(string how)
    {
        using var host = TokenHost();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var token = how switch
        {
            "none" => Unsigned(Token(_key)),
            "other key" => Token(other),
            "issuer" => Token(_key, issuer: "https://elsewhere.example"),
            "audience" => Token(_key, audience: "another"),
            "expired" => Token(_key, expires: DateTime.UtcNow.AddMinutes(-5)),
            "no expiry" => Token(_key, lasting: true),
            "public key as secret" => Token(null),
            "nobody" => Token(_key, person: "no body"),
            "both" => Token(_key, subject: "92999999MA0NDL014U"),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
        };
        Assert.Equal(HttpStatusCode.Unauthorized, await CodeAsync(host, token));
    }

    [Theory]
    [InlineData(Secret, "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("wrong", "127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData(Secret, "10.0.0.9", HttpStatusCode.Unauthorized)]
    public async Task TheGateway_IsBelievedFromItsAddressWithItsSecret(string secret, string proxy, HttpStatusCode expected)
    {
        using var host = new BureauHost(("Gateway:Secret", Secret), ("Gateway:Proxies", proxy));
        host.UseKestrel(0);
        host.StartServer();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.Add(GatewayHandler.SecretHeader, secret);
        client.DefaultRequestHeaders.Add(GatewayHandler.PersonHeader, "zhang");
        client.DefaultRequestHeaders.Add(GatewayHandler.AgencyHeader, "330700");
        Assert.Equal(expected, (await client.GetAsync(new Uri("/bureau", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    public void Dispose() => _key.Dispose();

    private BureauHost TokenHost()
    {
        var host = new BureauHost(("Token:Issuer", "https://bureau.example"), ("Token:Audience", "supervision"), ("Token:PublicKey", "FOLDER/key.pem"));
        host.Write("key.pem", _key.ExportSubjectPublicKeyInfoPem());
        return host;
    }

    private static async Task<HttpStatusCode> CodeAsync(BureauHost host, string token)
    {
        using var client = host.Anybody();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (await client.GetAsync(new Uri("/bureau", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode;
    }

    private string Token(
        ECDsa? key, string issuer = "https://bureau.example", string audience = "supervision", DateTime? expires = null, string person = "zhang",
        string? subject = null, bool lasting = false)
    {
        var claims = new Dictionary<string, object> { [PersonClaims.Person] = person, [PersonClaims.Agency] = "330700" };
        if (subject is not null)
        {
            claims[PersonClaims.Subject] = subject;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = !lasting }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer, Audience = audience, Claims = claims,
            Expires = lasting ? null : expires ?? DateTime.UtcNow.AddMinutes(5), NotBefore = lasting ? null : DateTime.UtcNow.AddHours(-1),
            SigningCredentials = key is null
                ? new SigningCredentials(new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(_key.ExportSubjectPublicKeyInfoPem())), SecurityAlgorithms.HmacSha256)
                : new SigningCredentials(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static string Unsigned(string token) =>
        Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""") + "." + token.Split('.')[1] + ".";
}
