using Supervision.Documents;

namespace Supervision.Web.Documents;

/// <summary>The fonts of the settings, read when a document first needs them and kept: a Chinese font is some 10 MB. Thread-safe.</summary>
internal sealed class DocumentFonts(WebSettings settings)
{
    private FontSet? _fonts;

    /// <summary>The fonts; null where none are set, or they cannot be read.</summary>
    public FontSet? Find() =>
        _fonts ??= settings.Fonts.Count > 0 && FontSet.Load(settings.Fonts).TryGet(out var fonts, out _) ? fonts : null;
}
