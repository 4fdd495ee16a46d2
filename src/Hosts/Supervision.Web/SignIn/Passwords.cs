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

    /// <summary>
    /// `hash-password [--known FILE] [--words FILE]`: reads a password from standard input and prints what goes into the users file, unless it
    /// is a line of the known ones (common, breached) or contains one of the words (of the agency, its town, this program).
    /// </summary>
    public static int Run(string[] options, TextReader input, TextWriter output, TextWriter error)
    {
        if (options.Length % 2 != 0 || options.Where((_, i) => i % 2 == 0).Except(["--known", "--words"], StringComparer.Ordinal).Any())
        {
            error.WriteLine("usage: hash-password [--known FILE] [--words FILE]");
            return 2;
        }

        if (input.ReadLine() is not { Length: >= Shortest and <= Longest } password)
        {
            error.WriteLine($"A password has {Shortest} to {Longest} characters, on one line.");
            return 2;
        }

        var files = options.Chunk(2).ToLookup(option => option[0], option => option[1], StringComparer.Ordinal);
        try
        {
            if (TriedFirst(password, files["--known"], files["--words"]) is { } file)
            {
                error.WriteLine($"This password is one that others try first: {file} has it or a part of it. Choose another.");
                return 2;
            }
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"A list of passwords cannot be read: {unread.Message}");
            return 2;
        }

        output.WriteLine(Hash(password));
        return 0;
    }

    /// <summary>The file that has a password (of the known ones) or a word of it, or null.</summary>
    public static string? TriedFirst(string password, IEnumerable<string> known, IEnumerable<string> words) =>
        known.FirstOrDefault(file => File.ReadLines(file).Contains(password, StringComparer.Ordinal))
        ?? words.FirstOrDefault(file => File.ReadLines(file).Any(line => IsIn(line.Trim(), password)));

    // Words of one or two letters are in everything; in Chinese two characters are a word.
    private static bool IsIn(string word, string password) =>
        word.Length > (char.IsAscii(word.FirstOrDefault()) ? 2 : 1) && password.Contains(word, StringComparison.OrdinalIgnoreCase);
}
