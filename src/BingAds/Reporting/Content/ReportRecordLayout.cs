using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>From the columns of a record's class to their places in one file.</summary>
internal sealed class ReportRecordLayout
{
    private readonly int[] _ordinals;

    public ReportRecordLayout(IReadOnlyList<string> names, ReportColumns columns, ReportAggregation? aggregation)
    {
        Names = names;
        Columns = columns;
        Aggregation = aggregation;
        _ordinals = [.. names.Select(columns.IndexOf)];
    }

    public IReadOnlyList<string> Names { get; }

    public ReportColumns Columns { get; }

    public ReportAggregation? Aggregation { get; }

    /// <summary>Place in the file, or -1.</summary>
    public int this[int column] => _ordinals[column];
}
