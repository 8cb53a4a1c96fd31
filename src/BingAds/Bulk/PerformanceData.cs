using BingAds.Bulk.Converters;
using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>How a record performed: columns that older files have, or downloads that ask for them. The service does not take them back.</summary>
public sealed class PerformanceData
{
    private static readonly int s_spend = BulkColumns.Find("Spend");
    private static readonly int s_impressions = BulkColumns.Find("Impressions");
    private static readonly int s_clicks = BulkColumns.Find("Clicks");
    private static readonly int s_clickThroughRate = BulkColumns.Find("CTR");
    private static readonly int s_averageCpc = BulkColumns.Find("Avg CPC");
    private static readonly int s_averageCpm = BulkColumns.Find("Avg CPM");
    private static readonly int s_averagePosition = BulkColumns.Find("Avg position");
    private static readonly int s_conversions = BulkColumns.Find("Conversions");
    private static readonly int s_costPerConversion = BulkColumns.Find("CPA");

    /// <summary>Money spent; column <c>Spend</c>.</summary>
    public double? Spend { get; set; }

    /// <summary>How often it was shown; column <c>Impressions</c>.</summary>
    public double? Impressions { get; set; }

    /// <summary>How often it was clicked; column <c>Clicks</c>.</summary>
    public double? Clicks { get; set; }

    /// <summary>Clicks for each impression; column <c>CTR</c>.</summary>
    public double? ClickThroughRate { get; set; }

    /// <summary>Money for each click; column <c>Avg CPC</c>.</summary>
    public double? AverageCpc { get; set; }

    /// <summary>Money for a thousand impressions; column <c>Avg CPM</c>.</summary>
    public double? AverageCpm { get; set; }

    /// <summary>Place on the page; column <c>Avg position</c>.</summary>
    public double? AveragePosition { get; set; }

    /// <summary>Conversions; column <c>Conversions</c>.</summary>
    public double? Conversions { get; set; }

    /// <summary>Money for each conversion; column <c>CPA</c>.</summary>
    public double? CostPerConversion { get; set; }

    internal static bool Has(int column) => column == s_spend || column == s_impressions || column == s_clicks || column == s_clickThroughRate
        || column == s_averageCpc || column == s_averageCpm || column == s_averagePosition || column == s_conversions || column == s_costPerConversion;

    /// <summary>Reads a cell; false for what is no plain number, such as one with a percent sign, so that it is kept as it stands.</summary>
    internal bool Read(int column, scoped in BulkCell cell)
    {
        if (!CellParser.TryDouble(cell.Utf8, out var number))
        {
            return false;
        }

        if (column == s_spend)
        {
            Spend = number;
        }
        else if (column == s_impressions)
        {
            Impressions = number;
        }
        else if (column == s_clicks)
        {
            Clicks = number;
        }
        else if (column == s_clickThroughRate)
        {
            ClickThroughRate = number;
        }
        else if (column == s_averageCpc)
        {
            AverageCpc = number;
        }
        else if (column == s_averageCpm)
        {
            AverageCpm = number;
        }
        else if (column == s_averagePosition)
        {
            AveragePosition = number;
        }
        else if (column == s_conversions)
        {
            Conversions = number;
        }
        else
        {
            CostPerConversion = number;
        }

        return true;
    }

    internal void Write(BulkRowWriter row)
    {
        DoubleCell.Write(row, s_spend, Spend);
        DoubleCell.Write(row, s_impressions, Impressions);
        DoubleCell.Write(row, s_clicks, Clicks);
        DoubleCell.Write(row, s_clickThroughRate, ClickThroughRate);
        DoubleCell.Write(row, s_averageCpc, AverageCpc);
        DoubleCell.Write(row, s_averageCpm, AverageCpm);
        DoubleCell.Write(row, s_averagePosition, AveragePosition);
        DoubleCell.Write(row, s_conversions, Conversions);
        DoubleCell.Write(row, s_costPerConversion, CostPerConversion);
    }
}
