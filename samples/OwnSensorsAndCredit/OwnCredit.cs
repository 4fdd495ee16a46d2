using Supervision.Audit;
using Supervision.Events;

namespace OwnSensorsAndCredit;

/// <summary>
/// Your credit system goes on scoring: its score comes in with the subject, as the class by which a draw weighs it, and what happened here goes out to it as events.
/// Whoever wants our rules to ask for its score instead implements ICreditPolicy.
/// </summary>
internal sealed class OwnCredit : IEventHandler
{
    public List<string> Heard { get; } = [];

    public string Name => "credit-system";

    public static string ClassOf(int score) => score switch { >= 900 => "A", >= 750 => "B", >= 600 => "C", _ => "D" };

    public Task HandleAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        Heard.Add($"{entry.Record.Type} {entry.Record.Key}");
        return Task.CompletedTask;
    }
}
