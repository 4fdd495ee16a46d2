namespace Supervision.Web.SignIn;

/// <summary>Signed tokens (JWT, ES256 only) of a bureau's own issuer.</summary>
/// <param name="Issuer">The only issuer that is believed.</param>
/// <param name="Audience">The name of this host in a token.</param>
/// <param name="PublicKey">PEM file of the issuer's P-256 public key.</param>
internal sealed record TokenSettings(string Issuer, string Audience, string PublicKey);
