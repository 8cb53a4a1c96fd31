using BingAds.Errors;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>Ends what each factory on <see cref="ReportRequest"/> begins.</summary>
internal static class ReportRequestFactory
{
    public static T Finish<T>(T request, ReportRequestOptions? options)
        where T : ReportRequest
    {
        options ??= new ReportRequestOptions();
        var type = request.ReportKind!;
        if (type.HasAggregation && request.AggregationOrNull?.Value is null)
            request.AggregationOrNull = request.ColumnNames!.Contains("TimePeriod") ? ReportAggregation.Daily : ReportAggregation.Summary;

        request.ReportName = options.Name;
        request.Format = options.Format;
        request.FormatVersion = options.FormatVersion;
        request.ExcludeReportHeader = options.ExcludeReportHeader;
        request.ExcludeReportFooter = options.ExcludeReportFooter;
        request.ExcludeColumnHeaders = options.ExcludeColumnHeaders;
        // The reports about the present do not know the member.
        if (type.HasTime || options.ReturnOnlyCompleteData)
            request.ReturnOnlyCompleteData = options.ReturnOnlyCompleteData;
        if (options.Check)
            ReportRequestRules.Throw(ReportRequestRules.Check(request, options.TimeProvider.GetUtcNow(), needsTimeZone: true));
        return request;
    }
}
