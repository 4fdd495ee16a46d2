using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Writes the log of an agency's announcements as it is to be published, and checks it.</summary>
internal static class AnnouncementsCommand
{
    public static Command Create(CommandFactory factory)
    {
        var agency = new Argument<string>("AGENCY");
        var file = new Option<string>("--out") { HelpName = "FILE", DefaultValueFactory = _ => AnnouncementLog.FileName };
        return factory.Verb("announcements", RunAsync, agency, file);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var authority = run.Arguments.GetRequiredValue(agency);
            var entries = await services.RunAsync<IDrawStore, IReadOnlyList<LoggedAnnouncement>>(
                store => store.ListAnnouncementsAsync(authority, cancellationToken));
            var clock = services.Get<AuthorityClock>();
            var log = AnnouncementLog.Of(authority, entries.Select(entry => new AnnouncementLogEntry(
                clock.Local(entry.PublishedAt ?? DateTimeOffset.UnixEpoch), entry.Draw, entry.Hash, entry.Text, entry.State, entry.Reason, entry.Party)));
            var path = run.Arguments.GetRequiredValue(file);
            await WholeFile.WriteAsync(path, stream =>
            {
                log.Write(stream);
                return Task.FromResult(true);
            });
            var report = log.Verify();
            VerifyCommand.Show(run, report, run.Texts.Format("announcements.written", log.Entries.Count, path));
            return report.IsVerified ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }
}
