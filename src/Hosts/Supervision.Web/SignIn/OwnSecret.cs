namespace Supervision.Web.SignIn;

/// <summary>What a user has set.</summary>
/// <param name="PasswordHash">The password, or null for that of the users file.</param>
/// <param name="SecondFactor">The secret of one-time codes, or null for none.</param>
internal sealed record OwnSecret(string? PasswordHash = null, byte[]? SecondFactor = null);
