using System.Globalization;
using Apache.Arrow;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Analytics;

/// <summary>
/// The columns of a report with their types. They follow from the names and, for <c>TimePeriod</c>, from what a row stands for: never from the cells, so that all files of a
/// report go together.
/// </summary>
public sealed class ReportSchema
{
    private readonly Lazy<Schema> _arrow;

    internal ReportSchema(IReadOnlyList<ReportField> fields)
    {
        Fields = fields;
        _arrow = new(() => new Schema(fields.Select(static f => f.ToArrow()), null));
    }

    /// <summary>Names of all reports that this version knows, such as <c>KeywordPerformance</c>, sorted.</summary>
    public static IReadOnlyList<string> Reports => [.. ReportTypes.All.Select(static t => t.Name)];

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<ReportField> Fields { get; }

    /// <summary>All columns that a report may have.</summary>
    /// <param name="report">Name of the report, such as <c>KeywordPerformance</c>.</param>
    /// <param name="aggregation">What a row stands for in time; null for days.</param>
    /// <exception cref="ArgumentException">No report of this name is known.</exception>
    public static ReportSchema For(string report, ReportAggregation? aggregation = null) =>
        new([.. Known(report).Columns.Select(c => ReportField.Of(c.Name, c.Name, aggregation))]);

    /// <summary>
    /// The columns of a file in its order. Those that are newer than this version are text. A name that stands there again gets a number behind it, and a column without a
    /// name is <c>Column</c> with its place, from 1.
    /// </summary>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="aggregation">What a row stands for in time; null for days.</param>
    public static ReportSchema Of(ReportColumns columns, ReportAggregation? aggregation = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var fields = new ReportField[columns.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var known = columns.Names[i];
            var wanted = known.Length > 0 ? known : string.Create(CultureInfo.InvariantCulture, $"Column{i + 1}");
            var name = wanted;
            for (var again = 2; !taken.Add(name); again++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{again}");
            }

            fields[i] = ReportField.Of(name, known, aggregation);
        }

        return new(fields);
    }

    /// <summary>The same for Arrow. Columns of percentages have the metadata <c>bingads.unit</c> with <c>percent</c>.</summary>
    public Schema ToArrow() => _arrow.Value;

    internal static ReportType Known(string report)
    {
        ArgumentException.ThrowIfNullOrEmpty(report);
        return ReportTypes.Find(report) ?? throw new ArgumentException($"'{report}' is no report that this version knows.", nameof(report));
    }
}
