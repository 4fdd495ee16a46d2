using Microsoft.AspNetCore.Identity;

namespace Supervision.Web.SignIn;

/// <summary>Passwords as salted PBKDF2 hashes.</summary>
internal static class Passwords
{
    /// <summary>Shortest password that is taken, in characters; nothing else is asked of it.</summary>
    public const int Shortest = 12;

    /// <summary>Longest password that is looked at, in characters.</summary>
    public const int Longest = 256;

    private static readonly PasswordHasher<string> s_hasher = new();

    // For a name that does not exist the same work is done, so that time tells nothing.
    private static readonly string s_nobody = Hash("nobody has this password");

    public static string Hash(string password) => s_hasher.HashPassword("", password);

    public static bool IsRight(string? hash, string password) => password.Length <= Longest
        && s_hasher.VerifyHashedPassword("", hash ?? s_nobody, password) != PasswordVerificationResult.Failed
        && hash is not null;

    /// <summary>`hash-password`: reads a password from standard input and prints what goes into the users file.</summary>
    public static int Run(TextReader input, TextWriter output, TextWriter error)
    {
        if (input.ReadLine() is not { Length: >= Shortest and <= Longest } password)
        {
            error.WriteLine($"A password has {Shortest} to {Longest} characters, on one line.");
            return 2;
        }

        output.WriteLine(Hash(password));
        return 0;
    }
}
