using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Supervision.Policies;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;
using Supervision.Rules.Tables;
using Supervision.Web.Studio;

namespace Supervision.Web.Pages.Bureau.Rules;

/// <summary>
/// Changes the numbers, dates and table cells of a pack and judges the result at once. The text that is worked on travels with the form, so
/// that two people may work on two drafts; nothing is kept before it is saved.
/// </summary>
[RequestFormLimits(ValueCountLimit = 20_000)]
internal sealed class EditModel(HostPacks shipped, LiveRulePacks live) : RulesPage(shipped, live)
{
    public string FileName { get; private set; } = "";

    public string Text { get; private set; } = "";

    public IReadOnlyList<PackField> Fields { get; private set; } = [];

    public DraftCheck Check { get; private set; } = null!;

    public PackItem? Before { get; private set; }

    /// <summary>The fields of a parameter or table, row by row.</summary>
    public IEnumerable<IGrouping<int, PackField>> Rows(string of, bool isTable) => Fields
        .Where(field => field.Of == of && field.Of.Length > 0 && field.Kind >= PackFieldKind.Test == isTable).GroupBy(field => field.Row);

    public IEnumerable<string> Names(bool isTable) => Fields
        .Where(field => field.Of.Length > 0 && field.Kind >= PackFieldKind.Test == isTable).Select(field => field.Of).Distinct(StringComparer.Ordinal);

    public PackField? FieldOf(PackFieldKind kind) => Fields.FirstOrDefault(field => field.Kind == kind);

    public async Task<IActionResult> OnGetAsync(string? policy, string? version, string? hash)
    {
        if (await FindAsync(policy, version, hash) is not { } item)
        {
            return NotFound();
        }

        await ShowAsync(item.File, item.Text);
        return Page();
    }

    /// <summary>Judges what the form says and shows it again.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string? file, string? text)
    {
        await ShowAsync(file, Changed(file, text));
        return Page();
    }

    /// <summary>Adds a row below another, or takes one out.</summary>
    public async Task<IActionResult> OnPostRowAsync(string? file, string? text, string? row)
    {
        var changed = Changed(file, text);
        try
        {
            changed = RowEdit.Of(file ?? "", changed, row ?? "");
        }
        catch (RulePackException)
        {
            // The check below says what is wrong with it.
        }

        await ShowAsync(file, changed);
        return Page();
    }

    /// <summary>Saves a draft.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string? file, string? text)
    {
        var changed = Changed(file, text);
        if (await PackActAsync<WritePack>(write => write.RunAsync(file ?? "", changed, Actor, HttpContext.RequestAborted)) is { } draft)
        {
            return Redirect(draft.Address);
        }

        await ShowAsync(file, changed);
        return Page();
    }

    /// <summary>Says whether a text is the one that the fields of the form belong to.</summary>
    public string Base => Stamp(Text);

    // The values of the form are named by their place in the text that came with it; a text that was changed by hand has other places.
    private string Changed(string? file, string? text)
    {
        var now = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        if (Request.Form["base"] != Stamp(now))
        {
            return now;
        }

        var values = Request.Form.Where(field => field.Key.StartsWith("at-", StringComparison.Ordinal))
            .ToDictionary(field => field.Key["at-".Length..], field => field.Value.ToString(), StringComparer.Ordinal);
        try
        {
            return PackFields.Change(file is { Length: > 0 } ? file : "pack.yaml", now, values);
        }
        catch (RulePackException)
        {
            return now;
        }
    }

    private static string Stamp(string text) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal))));

    private async Task ShowAsync(string? file, string text)
    {
        (FileName, Text) = (file is { Length: > 0 } ? file : "pack.yaml", text);
        Check = DraftCheck.Of(FileName, text, null);
        if (Check.Pack is { } pack)
        {
            Before = await BeforeAsync(pack.Reference.Id, pack.Effective.From, pack.Reference.ContentHash);
            Check = DraftCheck.Of(FileName, text, Before);
        }

        try
        {
            Fields = PackFields.Of(FileName, text);
        }
        catch (RulePackException)
        {
            Fields = [];
        }

        ModelState.Clear();
    }
}
