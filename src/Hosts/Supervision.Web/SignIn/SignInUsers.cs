using System.Collections.Frozen;
using System.Security.Claims;
using System.Text.Json;

namespace Supervision.Web.SignIn;

/// <summary>The users of this host. Read once; immutable.</summary>
internal sealed class SignInUsers
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
    private readonly FrozenDictionary<string, SignInUser> _byName;

    /// <exception cref="InvalidOperationException">A name stands twice.</exception>
    public SignInUsers(IEnumerable<SignInUser> users)
    {
        var all = users.ToList();
        if (all.GroupBy(user => user.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"The user '{twice.Key}' stands twice in the users file.");
        }

        _byName = all.ToFrozenDictionary(user => user.Name, StringComparer.OrdinalIgnoreCase);
    }

    public bool Any => _byName.Count > 0;

    /// <summary>The user behind a session by password, or null: somebody else may have signed the person in.</summary>
    public SignInUser? Of(ClaimsPrincipal person) => _byName.Values.FirstOrDefault(user =>
        Sessions.SinceOf(person) is not null && user.Person == person.FindFirstValue(PersonClaims.Person)
        && user.Agency == person.FindFirstValue(PersonClaims.Agency) && user.Subject == person.FindFirstValue(PersonClaims.Subject));

    public SignInUser? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The users of a file. Outside the demonstration nobody may have a password of the demonstration.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be read, or somebody has a password that everybody knows.</exception>
    public static SignInUsers Read(string path)
    {
        List<SignInUser> users;
        try
        {
            users = JsonSerializer.Deserialize<List<SignInUser>>(File.ReadAllText(path), s_json) ?? [];
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The users file {path} cannot be read: {broken.Message}", broken);
        }

        return users.Find(user => Passwords.IsRight(user.PasswordHash, Demo.DemoUsers.Password)) is { } known
            ? throw new InvalidOperationException($"The user '{known.Name}' in {path} has the password of the demonstration. Set another one.")
            : new SignInUsers(users);
    }
}
