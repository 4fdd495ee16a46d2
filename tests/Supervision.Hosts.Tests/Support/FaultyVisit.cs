using Supervision.Console.Shell;

namespace Supervision.Hosts.Tests.Support;

/// <summary>After a complaint two officers visit the training centre of 2019-08-26 and record five faults, to be put right until 25 March 2026.</summary>
internal static class FaultyVisit
{
    /// <summary>Records it as task complaint.C-1; the catalogue, the officers and the subjects of the main job are there.</summary>
    public static async Task RecordAsync(ConsoleRun console, string database)
    {
        string[] officers = [.. File.ReadLines(console.PathOf("officers.csv")).Select(line => line.Split(','))
            .Where(row => row[2] == "330782" && row[6].Contains("training", StringComparison.Ordinal) && row[7] == "false").Take(2).Select(row => row[0])];
        await OkAsync("task", "open", "complaint", "C-1", "--subject", WalkData.TrainingCentre, "--item", "33070100300100", "--agency", "330782",
            "--officer", officers[0], "--officer", officers[1]);
        var present = $"\"{officers[0]}\",\"{officers[1]}\"";
        var points = WalkData.Catalogue().Checklists.Single(list => list.Id == "training-offcampus").Points;
        var answers = string.Join(',', points.Select((point, at) => at < 5
            ? $$"""{"point":"{{point.Id}}","result":"NonConform","note":"示例","evidence":[{"sha256":"{{new string('a', 64)}}","takenAt":"2026-03-10T09:00:00+08:00","device":"d-2","location":"29.3,120.1"}]}"""
            : $$"""{"point":"{{point.Id}}","result":"Conform"}"""));
        await OkAsync("inspect", console.Write("visit.json", $$"""
            {"inspections":[{"task":"complaint.C-1","present":[{{present}}],"answers":[{{answers}}],"signature":{"signer":"当事人（示例）"},
              "scan":{"subjectCode":"{{WalkData.TrainingCentre}}","at":"2026-03-10T09:00:00+08:00","device":"d-1"},"signedBy":[{{present}}],"rectifyBy":"2026-03-25"}]}
            """));

        async Task OkAsync(params string[] args) => Assert.True(
            ExitCode.Ok == await console.RunAsync([.. args, "--db", console.PathOf(database)]), $"{string.Join(' ', args)}\n{console.Error}\n{console.Out}");
    }
}
