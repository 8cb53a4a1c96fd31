using System.Globalization;
using System.Text;
using BingAds.Reporting;

namespace BingAds.Analytics.Tests;

/// <summary>Report files as the service writes them, with the rows that a test needs.</summary>
internal sealed class ReportText(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public string? Aggregation { get; init; } = "Daily";

    /// <summary>The number that the header tells; the true one for null.</summary>
    public int? RowCount { get; init; }

    public ReportText Row(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    public ReportFileReader Open() => new(new MemoryStream(Encoding.UTF8.GetBytes(ToString())));

    public override string ToString()
    {
        var text = new StringBuilder();
        Line("Report Name: test");
        Line("Report Time: 3/1/2026,3/31/2026");
        Line("Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana");
        Line("Last Completed Available Day: 4/2/2026 10:15:00 PM (GMT)");
        if (Aggregation is not null)
        {
            Line($"Report Aggregation: {Aggregation}");
        }

        Line("Potential Incomplete Data: true");
        Line(string.Create(CultureInfo.InvariantCulture, $"Rows: {RowCount ?? _rows.Count}"));
        text.Append("\r\n");
        Line(columns);
        foreach (var row in _rows)
        {
            Line(row);
        }

        return text.ToString();

        void Line(params string[] cells) => text.AppendJoin(',', cells.Select(static c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
    }
}
