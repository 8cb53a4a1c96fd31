namespace BingAds.Analytics;

/// <summary>How rows are put into columns.</summary>
public class ReportColumnarOptions
{
    /// <summary>Name of the report, such as <c>KeywordPerformance</c>: noted in what is written, and tells the columns of an empty file without names. Default null.</summary>
    public string? Report { get; set; }

    /// <summary>What becomes of a cell that is no value of its column's type. Default: an error.</summary>
    public BadCells BadCells { get; set; }

    /// <summary>Most rows in a batch or row group; long texts end one earlier. Default 65,536. All columns of two of them are held in memory.</summary>
    public int RowsPerGroup { get; set; } = 65_536;

    internal virtual void Check()
    {
        if (Report is not null)
        {
            ReportSchema.Known(Report);
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RowsPerGroup);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RowsPerGroup, 1 << 22);
        if (!Enum.IsDefined(BadCells))
        {
            throw new ArgumentOutOfRangeException(nameof(BadCells), BadCells, "No such handling of bad cells.");
        }
    }
}
