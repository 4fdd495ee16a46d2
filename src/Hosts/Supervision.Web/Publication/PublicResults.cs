using System.Globalization;
using System.Runtime.CompilerServices;
using Supervision.Time;
using Supervision.Web.Localization;

namespace Supervision.Web.Publication;

/// <summary>
/// What came of the inspections of published draws, for machines: as the public pages show it, a word and the codes of the publicity system, without
/// officers, findings or names. A result is there once it is certain, and goes with what it was changed to. One request.
/// </summary>
internal sealed class PublicResults(PublicDraws draws, AuthorityClock clock, WebTexts texts, WebSettings settings)
{
    private const int PageSize = 500;

    /// <summary>Whence the data are.</summary>
    public string Source => texts["data.source"];

    /// <summary>On what terms they may be used.</summary>
    public string Licence => settings.Licence ?? texts["data.licence"];

    /// <summary>When they were read, with the offset of the authority.</summary>
    public string AsOf { get; } = clock.Local(clock.Now).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Those of one draw, or of all.</summary>
    public ResultsFile FileOf(PublicDraw? draw, CancellationToken cancellationToken) => new(Source, Licence, AsOf, AllAsync(draw, cancellationToken));

    /// <summary>Those of one draw, or of all, newest draw first, page after page.</summary>
    public async IAsyncEnumerable<OpenResult> AllAsync(PublicDraw? one, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var draw in one is null ? draws.AllAsync(cancellationToken) : new[] { one }.ToAsyncEnumerable())
        {
            var all = PageByPage.AllAsync(
                async (after, token) => PageByPage.Of(await draws.DrawnAsync(draw.Draw.Id, after, PageSize, token), PageSize, drawn => drawn.SubjectId), cancellationToken);
            await foreach (var drawn in all)
            {
                foreach (var result in drawn.Results)
                {
                    yield return RowOf(draw, drawn, result);
                }
            }
        }
    }

    private OpenResult RowOf(PublicDraw draw, PublicDrawn drawn, PublicResult result) => new(
        draw.Draw.Id, draw.Agency, draw.Plan.ItemCode, drawn.SubjectId, result.Word,
        result.On is { } on ? draws.DayOf(on).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "", string.Join(';', result.Codes.Select(code => code.Code)));
}
