using Supervision.Audit;
using Supervision.Credit;
using Supervision.Risk;

namespace Supervision.Hosting.Walk;

/// <summary>What the story came to, for --json.</summary>
internal sealed class WalkResult
{
    public List<(string Draw, int Frame, int Selected, string Seed, bool Verified)> Draws { get; } = [];

    public int Tasks { get; set; }

    public int Unassigned { get; set; }

    public int Recorded { get; set; }

    public int WithFindings { get; set; }

    public int Notices { get; set; }

    public List<(string Subject, CreditDecision Credit, SubjectStanding? Standing)> Examples { get; } = [];

    public JournalHead? Journal { get; set; }
}
