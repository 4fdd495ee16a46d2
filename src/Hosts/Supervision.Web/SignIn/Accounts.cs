using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Supervision.Audit;
using Supervision.Time;

namespace Supervision.Web.SignIn;

/// <summary>
/// Whether somebody is who the users file means: by the password and the second factor that the person has set, by the operator's password
/// until then. They are kept in the database, encrypted, so that they hold on every host with the same keys; each change is journalled. Thread-safe.
/// </summary>
internal sealed partial class Accounts(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, SignInSettings settings, AuthorityClock clock, ILogger<Accounts> log)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Supervision.Accounts");

    /// <summary>A user has to have a second factor.</summary>
    public bool NeedsSecondFactor(bool isSubject) =>
        settings.SecondFactor == SecondFactorFor.Everybody || (settings.SecondFactor == SecondFactorFor.Officers && !isSubject);

    public async Task<bool> HasSecondFactorAsync(SignInUser user, CancellationToken cancellationToken) =>
        (await OwnAsync(user, cancellationToken)).Secret.SecondFactor is not null;

    /// <summary>Judges the password alone, of somebody who is signed in.</summary>
    public async Task<bool> IsPasswordRightAsync(SignInUser user, string password, CancellationToken cancellationToken)
    {
        var (secret, readable) = await OwnAsync(user, cancellationToken);
        return Passwords.IsRight(secret.PasswordHash ?? user.PasswordHash, password) && readable;
    }

    /// <summary>Judges name, password and, where the person has set one, the one-time code, which is used up by that.</summary>
    public async Task<SignInProof> ProveAsync(SignInUser? user, string password, string? code, CancellationToken cancellationToken)
    {
        var (secret, readable) = user is null ? (new OwnSecret(), true) : await OwnAsync(user, cancellationToken);
        if (!Passwords.IsRight(secret.PasswordHash ?? user?.PasswordHash, password) || !readable)
        {
            return SignInProof.None;
        }

        return secret.SecondFactor is not { } factor ? SignInProof.Password
            : await TakeAsync(user!, factor, code, cancellationToken) ? SignInProof.BothFactors : SignInProof.None;
    }

    /// <summary>Sets a password of the person's own.</summary>
    public async Task SetPasswordAsync(SignInUser user, string password, CancellationToken cancellationToken)
    {
        var own = (await OwnAsync(user, cancellationToken)).Secret;
        await SaveAsync(user, own with { PasswordHash = Passwords.Hash(password) }, "password.changed", step: null, cancellationToken);
    }

    /// <summary>A new secret that nobody has yet, in words that only this host reads.</summary>
    public string Offer(out byte[] secret) => Convert.ToBase64String(_protector.Protect(secret = RandomNumberGenerator.GetBytes(OneTimeCode.SecretLength)));

    /// <summary>The secret that was offered, or null when it was not by this host.</summary>
    public byte[]? Offered(string? offer)
    {
        try
        {
            return _protector.Unprotect(Convert.FromBase64String(offer ?? "")) is { Length: OneTimeCode.SecretLength } secret ? secret : null;
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Sets the second factor; false when the code does not belong to it. Without a secret it is taken away.</summary>
    public async Task<bool> SetSecondFactorAsync(SignInUser user, byte[]? secret, string? code, CancellationToken cancellationToken)
    {
        var step = secret is null ? 0 : OneTimeCode.StepOf(secret, code, clock.Now);
        if (step is null)
        {
            return false;
        }

        var own = (await OwnAsync(user, cancellationToken)).Secret;
        await SaveAsync(user, own with { SecondFactor = secret }, secret is null ? "second-factor.removed" : "second-factor.added", step, cancellationToken);
        return true;
    }

    private async Task<bool> TakeAsync(SignInUser user, byte[] factor, string? code, CancellationToken cancellationToken)
    {
        if (OneTimeCode.StepOf(factor, code, clock.Now) is not { } step)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var first = await scope.ServiceProvider.GetRequiredService<IUserSecretStore>().UseStepAsync(user.Name, step, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
        return first;
    }

    // Not readable: made with keys that this host does not have. Then nobody gets in by the operator's password, which lacks the second factor.
    private async Task<(OwnSecret Secret, bool Readable)> OwnAsync(SignInUser user, CancellationToken cancellationToken)
    {
        var none = new OwnSecret();
        await using var scope = scopes.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<IUserSecretStore>().FindAsync(user.Name, cancellationToken);
        if (kept is null || kept.Entry != EntryOf(user))
        {
            return (none, true);
        }

        try
        {
            return (JsonSerializer.Deserialize<OwnSecret>(_protector.Unprotect(kept.Content.ToArray()))!, true);
        }
        catch (CryptographicException)
        {
            Unreadable(log, user.Name);
            return (none, false);
        }
    }

    private async Task SaveAsync(SignInUser user, OwnSecret secret, string what, long? step, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IUserSecretStore>();
        var before = await store.FindAsync(user.Name, cancellationToken);
        await store.SaveAsync(
            new UserSecret(
                user.Name, EntryOf(user), step ?? before?.LastStep ?? 0, clock.Now, _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(secret))),
            cancellationToken);
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        work.Append(new JournalRecord(
            what, user.Person, user.Actor, clock.Now, CanonicalJson.Of(json => json.WriteString("user", user.Name))));
        await work.CommitAsync(cancellationToken);
    }

    private static string EntryOf(SignInUser user) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.PasswordHash)));

    [LoggerMessage(LogLevel.Error, "What {User} has set cannot be read: it was encrypted with other keys. Give this host those keys, or put a new password hash into the users file.")]
    private static partial void Unreadable(ILogger log, string user);
}
