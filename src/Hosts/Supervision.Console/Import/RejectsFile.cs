using System.Globalization;
using System.Text;
using Supervision.Registry;

namespace Supervision.Console.Import;

/// <summary>
/// The rejects of an import as CSV for the clerk who mends them. It appears only when it is complete and only when
/// there are rejects; values that a spreadsheet would run as a formula are made harmless.
/// </summary>
internal sealed class RejectsFile(string path, string source, CultureInfo culture) : IDisposable
{
    private const string Header = "file,row,column,value,code,reason,remedy";
    private readonly string _temporary = path + ".tmp";
    private StreamWriter? _writer;

    public string Path { get; } = path;

    public void Add(ImportReject reject)
    {
        if (_writer is null)
        {
            // With a byte order mark, or a spreadsheet shows the Chinese as rubbish.
            _writer = new StreamWriter(_temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
            _writer.WriteLine(Header);
        }

        _writer.WriteLine(string.Join(
            ',',
            CsvCell.Of(source), reject.Row.ToString(CultureInfo.InvariantCulture), CsvCell.Of(reject.Column), CsvCell.Of(reject.Value),
            reject.Reason.Code, CsvCell.Of(reject.Reason.Message.In(culture)), CsvCell.Of(reject.Remedy.In(culture))));
    }

    /// <summary>Puts the file in its place; without rejects takes away the one that an earlier import left.</summary>
    public void Complete()
    {
        if (_writer is not null)
        {
            _writer.Dispose();
            _writer = null;
            File.Move(_temporary, Path, overwrite: true);
        }
        else if (File.Exists(Path) && File.ReadLines(Path).FirstOrDefault() == Header)
        {
            File.Delete(Path);
        }
    }

    public void Dispose()
    {
        if (_writer is not null)
        {
            _writer.Dispose();
            File.Delete(_temporary);
        }
    }
}
