using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Console.Shell;

/// <summary>
/// A clock that stands at an instant, for training and for guides whose dates must come out as printed: SUPERVISION_CLOCK. Every
/// command that runs on it says so. It works only on a database that was begun with it: no record of a real one can be dated back.
/// </summary>
internal sealed class TrainingClock(DateTimeOffset now) : TimeProvider
{
    public const string Variable = "SUPERVISION_CLOCK";

    // The first entry of a training database's journal.
    private const string Begun = "training.begun";

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

    /// <summary>Marks an empty database as one for training, and refuses one that has entries and no such mark.</summary>
    /// <exception cref="RefusedException">SUP1911: it was not begun with the training clock.</exception>
    public static async Task DemandAsync(IServiceProvider services, Actor actor, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var index = scope.ServiceProvider.GetRequiredService<IJournalIndex>();
        if ((await index.FindAsync(Begun, null, cancellationToken)).Count > 0)
        {
            return;
        }

        if ((await scope.ServiceProvider.GetRequiredService<IJournalReader>().HeadAsync(cancellationToken)).Size > 0)
        {
            throw new RefusedException(Refusal.Of("SUP1911", Variable));
        }

        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        work.Append(new JournalRecord(Begun, "clock", actor, services.GetRequiredService<TimeProvider>().GetUtcNow(), "{}"));
        await work.CommitAsync(cancellationToken);
    }
}
