namespace Supervision.Documents;

/// <summary>What a document is printed on.</summary>
public enum PaperSize
{
    /// <summary>A4 in the layout of GB/T 9704: 156 by 225 mm of text, 22 lines of 28 characters.</summary>
    A4 = 1,

    /// <summary>A roll of 80 mm (72 mm printable), as long as the text needs.</summary>
    Receipt = 2,
}
