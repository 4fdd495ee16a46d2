using QRCoder;

namespace Supervision.Documents.Pdf;

/// <summary>A QR code as a matrix of modules, level M, without the quiet zone.</summary>
internal sealed class QrCode
{
    private const int Quiet = 4;
    private readonly bool[,] _dark;

    public QrCode(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        Size = data.ModuleMatrix.Count - (2 * Quiet);
        _dark = new bool[Size, Size];
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                _dark[row, column] = data.ModuleMatrix[row + Quiet][column + Quiet];
            }
        }
    }

    /// <summary>Modules of an edge.</summary>
    public int Size { get; }

    /// <summary>Runs of dark modules: row, first column, length.</summary>
    public IEnumerable<(int Row, int Column, int Length)> Runs()
    {
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                var first = column;
                while (column < Size && _dark[row, column])
                {
                    column++;
                }

                if (column > first)
                {
                    yield return (row, first, column - first);
                }
            }
        }
    }
}
