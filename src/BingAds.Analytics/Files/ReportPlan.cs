using Apache.Arrow;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Analytics;

/// <summary>What the start of a report file tells about how to keep it.</summary>
internal sealed record ReportPlan(ReportSchema Schema, ReportAggregation? Aggregation, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>The schema with the facts about the file.</summary>
    public Schema ToArrow(IEnumerable<KeyValuePair<string, string>>? more = null) => new(Schema.ToArrow().FieldsList, Facts.Concat(more ?? []));

    public static async ValueTask<ReportPlan> ReadAsync(ReportFileReader reader, string? report, ReportAggregation? wanted, CancellationToken cancellationToken)
    {
        var header = await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        var columns = reader.Columns!;
        var aggregation = wanted ?? reader.State.Aggregation;
        if (columns.Count == 0 && report is null)
        {
            throw new ArgumentException("The file is empty and tells no columns: the name of the report is needed, which tells them.");
        }

        var schema = columns.Count == 0 ? ReportSchema.For(report!, aggregation) : ReportSchema.Of(columns, aggregation);
        return new(schema, aggregation, FileFacts.Of(report, header, aggregation));
    }
}
