using System.Globalization;
using System.Text.Json;
using Supervision.Cases;
using Supervision.Console.Shell;
using Supervision.Registry;

namespace Supervision.Console.Cases;

/// <summary>A case on the screen: where it stands, its steps, its clocks.</summary>
internal static class CaseView
{
    // Taken by commands of their own: case send, case follow and case report.
    private static readonly CaseTrigger[] s_byOthers = [CaseTrigger.Send, CaseTrigger.RecordReport, CaseTrigger.SetReportAside];

    public static void Write(Utf8JsonWriter json, PenaltyCase one, IReadOnlyList<CaseDeadline> clocks, FineAccount? account, DateOnly today)
    {
        json.WriteString("id", one.Id);
        json.WriteString("agency", one.AgencyId);
        json.WriteString("subject", one.SubjectId);
        json.WriteString("state", one.State.ToString());
        json.WriteNumber("version", one.Version);
        json.WriteStartArray("steps");
        foreach (var step in one.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("number", step.Number);
            json.WriteString("on", Date(step.Entry.On));
            json.WriteString("step", step.Entry.Trigger.ToString());
            json.WriteString("state", step.To.ToString());
            json.WriteString("by", step.By.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("deadlines");
        foreach (var clock in clocks)
        {
            json.WriteStartObject();
            json.WriteString("kind", clock.Kind.ToString());
            json.WriteString("due", Date(clock.Due));
            json.WriteString("metOn", Date(clock.MetOn));
            json.WriteBoolean("overdue", clock.IsOverdueOn(today));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (account is not null)
        {
            json.WriteStartObject("account");
            json.WriteNumber("fine", account.Fine);
            json.WriteNumber("surcharge", account.Surcharge);
            json.WriteNumber("paid", account.Paid);
            json.WriteNumber("owed", account.Owed);
            json.WriteEndObject();
        }

        if (one.Transfer is { } transfer)
        {
            Write(json, transfer);
        }
    }

    private static void Write(Utf8JsonWriter json, CaseTransferRecord transfer)
    {
        json.WriteStartObject("transfer");
        json.WriteString("agency", transfer.Agency);
        json.WriteString("on", Date(transfer.On));
        json.WriteString("parcel", transfer.ParcelId);
        json.WriteString("foreignId", transfer.ForeignId);
        json.WriteString("stage", transfer.Stage?.ToString());
        json.WriteString("decision", transfer.Decision?.DocumentNumber);
        json.WriteString("fine", transfer.Decision?.Sanction?.Fine.ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("setAside");
        foreach (var aside in transfer.SetAside)
        {
            json.WriteNumberValue(aside.Number);
        }

        json.WriteEndArray();
        json.WriteNumber("publications", transfer.Publications.Count(one => one.WithdrawnOn is null));
        json.WriteEndObject();
    }

    /// <summary>Who and what, steps, then clocks: overdue ones first, then by their last day; then what may be done from here.</summary>
    public static void Show(
        CommandRun run, Output output, PenaltyCase one, Subject? party, IReadOnlyList<CaseDeadline> clocks, FineAccount? account, DateOnly today, bool explain)
    {
        output.Line($"{one.Id}  {run.Texts.Word(one.State)}  {one.SubjectId}  {party?.Name}");
        if (one.Decision is { } decision)
        {
            output.Line(run.Texts.Format("case.decision", decision.Number ?? "-", Date(decision.On), decision.Sanction.Kinds));
        }

        if (account is not null)
        {
            output.Line(run.Texts.Format(
                "case.account", account.Fine, Date(today), account.Surcharge, account.SurchargeDays, account.Paid, account.Owed,
                account.IsCapped ? run.Texts["case.account.capped"] : ""));
        }

        output.Table(
            [run.Texts["column.day"], run.Texts["column.step"], run.Texts["column.state"], run.Texts["column.actor"]],
            one.Steps.Select(step => (IReadOnlyList<string>)
                [Date(step.Entry.On)!, run.Texts.Word(step.Entry.Trigger), run.Texts.Word(step.To), step.By.Id]));
        if (one.Transfer is { } transfer)
        {
            Show(run, output, transfer);
        }

        output.Line("");
        var ordered = clocks.OrderByDescending(clock => clock.IsOverdueOn(today)).ThenBy(clock => clock.Due ?? DateOnly.MaxValue).ToList();
        output.Table(
            [run.Texts["column.due"], run.Texts["column.clock"], run.Texts["column.start"], run.Texts["column.result"]],
            ordered.Select(clock => (IReadOnlyList<string>)
                [ClockStatus.DueOf(clock, run.Texts.Culture), run.Texts.Word(clock.Kind), Date(clock.Start)!, ClockStatus.Of(clock, today, run.Texts.Culture)]));
        foreach (var clock in explain ? ordered : [])
        {
            output.Line("");
            output.Line(clock.Explanation.In(run.Texts.Culture));
        }

        StepWord.ShowNext(run, output, CaseLifecycle.Table.Where(step => step.From == one.State).Select(step => step.Trigger).Except(s_byOthers));
    }

    // What the other department's system reported, as it came.
    private static void Show(CommandRun run, Output output, CaseTransferRecord transfer)
    {
        output.Line("");
        output.Line(run.Texts.Format("case.transfer", transfer.Agency, Date(transfer.On), transfer.ParcelId, transfer.ForeignId ?? "-"));
        if (transfer.Reports.Count > 0)
        {
            output.Table(
                [run.Texts["column.day"], run.Texts["column.state"], run.Texts["case.transfer.theirs"], run.Texts["case.transfer.decision"]],
                transfer.Reports.Select(report => (IReadOnlyList<string>)
                [
                    Date(report.On)!, run.Texts.Word(report.Stage), report.State,
                    report.IsAnnulled ? run.Texts["case.transfer.annulled"]
                        : report.Sanction is { } sanction ? run.Texts.Format("case.transfer.sanction", report.DocumentNumber, sanction.Fine)
                        : report.Publication is { } published ? run.Texts.Format(
                            published.WithdrawnOn is null ? "case.transfer.published" : "case.transfer.withdrawn", published.Channel, Date(published.WithdrawnOn ?? published.On))
                        : report.Text,
                ]));
        }

        foreach (var (number, on, reason) in transfer.SetAside)
        {
            output.Line(run.Texts.Format("case.transfer.aside", number, Date(on), reason));
        }
    }

    public static string? Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
