namespace BingAds.Bulk;

/// <summary>A cell that could not be read: its member stays as it was, and the other cells of the row are read.</summary>
/// <param name="Line">Line of the file on which the row starts, from 1; 0 if it did not come from a file.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Text">What the cell holds.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record BulkCellError(int Line, string Column, string Text, string Reason)
{
    /// <summary>All of it in one sentence.</summary>
    public override string ToString() => $"Line {Line}, column '{Column}': '{Text}': {Reason}";
}
