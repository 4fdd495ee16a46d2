using System.CommandLine;

namespace Supervision.Console.Documents;

/// <summary>The page that a QR code leads to.</summary>
internal static class VerifyOption
{
    public static Option<Uri?> Create() => new("--verify")
    {
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is ("https" or "http"))
            {
                return url;
            }

            result.AddError($"--verify '{result.Tokens[0].Value}': https://…/");
            return null;
        },
    };
}
