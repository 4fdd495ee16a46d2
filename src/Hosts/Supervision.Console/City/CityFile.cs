using System.Text;

namespace Supervision.Console.City;

/// <summary>Writes a file so that it is whole or absent: beside its place first, then renamed.</summary>
internal static class CityFile
{
    public static void Write(string path, Action<StreamWriter> body)
    {
        var temporary = path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18))
            using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" })
            {
                body(writer);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
