namespace Supervision.Web.Limits;

/// <summary>How many requests are taken: section "Supervision:Limits". Tokens of a bucket that fills up evenly.</summary>
/// <param name="PerActor">Calls of the API a minute by one signed-in person or program.</param>
/// <param name="PerAddress">Calls of the API that are not signed in, and questions of public pages that look something up, a minute by one address.</param>
internal sealed record LimitSettings(int PerActor, int PerAddress)
{
    /// <exception cref="InvalidOperationException">A limit is not a positive number.</exception>
    public static LimitSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Supervision:Limits");
        return new LimitSettings(Read("PerActor", 3000), Read("PerAddress", 120));

        int Read(string name, int usual) => section.GetValue(name, usual) is > 0 and var value ? value
            : throw new InvalidOperationException($"The setting Supervision:Limits:{name} must be a number of requests a minute, 1 or more.");
    }
}
