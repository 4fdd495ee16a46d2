using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class OfficerRedrawTests
{
    private static readonly DateTimeOffset s_at = new(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly MatchBundle _match = Samples.DrawAndMatch().Match!;

    // Goal: a replacement changes one team only, lawfully, and nobody comes back. Method: replace every officer of every
    // team in turn until nobody is left.
    [Fact]
    public void Redraw_UntilNobodyIsLeft_ChangesOneTeamOnlyAndStaysLawful()
    {
        foreach (var task in _match.Tasks)
        {
            var match = _match;
            var left = new HashSet<string>(StringComparer.Ordinal);
            for (var team = Team(match, task.Id); team.Count > 0; team = Team(match, task.Id))
            {
                left.Add(team[0]);
                match = match.Redraw(task.Id, team[0], "ill", "head of bureau", s_at).OrThrow();
                Assert.Equal(
                    _match.Matching.Teams.Where(t => t.TaskId != task.Id).Select(Line),
                    match.CurrentTeams.Where(t => t.TaskId != task.Id).Select(Line));
                var now = Team(match, task.Id);
                Assert.Equal(match.Redraws[^1].Newcomer is null ? team.Count - 1 : team.Count, now.Count);
                Assert.Empty(now.Intersect(left));
                Assert.Distinct(now);
                Assert.All(now, id => Assert.DoesNotContain(new MatchRecusal(id, task.Id), match.Recusals));
                Assert.True(now.Count(id => !Officer(id).Items.Contains(task.Item)) <= 1);
                Assert.All(match.CurrentTeams.SelectMany(t => t.Officers).CountBy(id => id), count =>
                    Assert.True(count.Value + Officer(count.Key).Load <= match.Announcement.Terms.Cap));
            }

            Assert.True(match.Redraws.Count > 1);
        }

        MatchOfficer Officer(string id) => _match.Officers.Single(officer => officer.Id == id);
    }

    [Fact]
    public void Redraw_WrittenAndReadBack_IsTheSameAndVerifies()
    {
        var bundle = Samples.DrawAndMatch();
        var match = _match;
        foreach (var task in _match.Tasks.Take(3))
        {
            match = match.Redraw(task.Id, Team(match, task.Id)[^1], "on leave, until autumn", "张三", s_at).OrThrow();
        }

        var files = Samples.Files(bundle with { Match = match });
        var again = MatchBundle.Read(Open).OrThrow();
        Assert.Equal(match.Redraws, again.Redraws);
        Assert.Equal(match.CurrentTeams.Select(Line), again.CurrentTeams.Select(Line));
        var report = BundleVerifier.Verify(Open);
        Assert.True(report.IsVerified, report.Primary?.ToString());
        Assert.Contains(report.Checks, check => check.Name == "match-redraws");

        Stream? Open(string name) => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null;
    }

    [Theory]
    [InlineData("T-999", "P-00", "ill", "head", 0, "SUP4250")]
    [InlineData("T-000", "P-99", "ill", "head", 0, "SUP4251")]
    [InlineData("T-000", null, " ", "head", 0, "SUP4252")]
    [InlineData("T-000", null, "ill", "", 0, "SUP4252")]
    [InlineData("T-000", null, "ill", "head", -1, "SUP4253")]
    public void Redraw_Wrong_IsRefused(string task, string? left, string reason, string approver, int hours, string code)
    {
        var match = _match.Redraw("T-001", Team(_match, "T-001")[0], "ill", "head", s_at).OrThrow();
        Assert.False(match.Redraw(task, left ?? Team(match, task)[0], reason, approver, s_at.AddHours(hours)).TryGet(out _, out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    private static IReadOnlyList<string> Team(MatchBundle match, string task) =>
        match.CurrentTeams.Single(team => team.TaskId == task).Officers;

    private static string Line(MatchTeam team) => $"{team.TaskId}: {string.Join(' ', team.Officers)}";
}
