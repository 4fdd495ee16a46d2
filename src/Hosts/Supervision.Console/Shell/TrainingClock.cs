using System.Globalization;

namespace Supervision.Console.Shell;

/// <summary>
/// A clock that stands at an instant, for training and for guides whose dates must come out as printed: SUPERVISION_CLOCK. Every
/// command that runs on it says so. It gives nobody a power that the machine's own clock does not give.
/// </summary>
internal sealed class TrainingClock(DateTimeOffset now) : TimeProvider
{
    public const string Variable = "SUPERVISION_CLOCK";

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    /// <summary>The environment with that clock when the variable is set; null when it is set to something else than an instant.</summary>
    public static CliEnvironment? Apply(CliEnvironment environment, Texts texts)
    {
        if (environment.Variable(Variable) is not { Length: > 0 } text)
        {
            return environment;
        }

        if (!DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var now))
        {
            environment.Error.WriteLine(texts.Format("clock.wrong", Variable, text));
            return null;
        }

        environment.Error.WriteLine(texts.Format("clock.training", Variable, text));
        return environment with { Time = new TrainingClock(now) };
    }
}
