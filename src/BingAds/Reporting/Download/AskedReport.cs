using System.Buffers;
using BingAds.Contract;
using BingAds.V13.Reporting;

namespace BingAds.Reporting.Download;

/// <summary>A report as it was asked for, in copies, so that nothing changes while it waits.</summary>
internal sealed class AskedReport
{
    private AskedReport(ReportingDownloadParameters parameters, ReportRequest request, AuthorizationData authorization)
    {
        Parameters = parameters;
        Request = request;
        AccountId = parameters.AccountId ?? authorization.AccountId;
        CustomerId = parameters.CustomerId ?? authorization.CustomerId;
        Queue = QueueOf(request) ?? AccountId ?? 0;
    }

    public ReportingDownloadParameters Parameters { get; }

    public ReportRequest Request { get; }

    public long? AccountId { get; }

    public long? CustomerId { get; }

    /// <summary>In whose row it waits: that of the account that the report is about, or the calls' where it is about several.</summary>
    public long Queue { get; }

    /// <summary>What became of it; null as long as it is not submitted.</summary>
    public ReportingDownloadOperation? Operation { get; set; }

    public CallOptions CallOptions => new() { AccountId = AccountId, CustomerId = CustomerId, WaitsForReports = true };

    /// <exception cref="ArgumentException">The parameters make no sense.</exception>
    /// <exception cref="Errors.ReportRequestException">The service would refuse the request.</exception>
    public static AskedReport Of(ReportingDownloadParameters parameters, AuthorizationData authorization, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var copy = parameters.Copy();
        var request = new SubmitGenerateReportRequest();
        WireJson.ReadInto(request, Json(copy.ReportRequest!), keepNulls: true);
        if (copy.CheckRequest)
        {
            ReportRequestRules.ThrowIfAny(request.ReportRequest!, time);
        }

        return new AskedReport(copy, request.ReportRequest!, authorization);
    }

    /// <summary>The request as it goes over the wire, whatever the transport: members in the order of the contract.</summary>
    public static ReadOnlySpan<byte> Json(ReportRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        WireJson.Write(new SubmitGenerateReportRequest { ReportRequest = request }, buffer);
        return buffer.WrittenSpan;
    }

    /// <summary>The report that the service took for it.</summary>
    public ReportingDownloadOperation Taken(string requestId, string? trackingId, string key, ApiEnvironment environment, DateTimeOffset now)
    {
        var time = Request.TimeOrNull;
        var days = ReportAge.DaysOf(Request, now);
        return new ReportingDownloadOperation
        {
            RequestId = requestId,
            AccountId = AccountId,
            CustomerId = CustomerId,
            Environment = environment,
            SubmittedAt = now,
            TrackingId = trackingId,
            RequestKey = key,
            ReportType = Request.TypeName.EndsWith("ReportRequest", StringComparison.Ordinal) ? Request.TypeName[..^"ReportRequest".Length] : Request.TypeName,
            ReportName = Request.ReportName,
            StartDate = days?.First,
            EndDate = days?.Last,
            TimeZone = time is null ? null : time.ReportTimeZone?.ToString() ?? ReportZones.Default,
            Aggregation = Request.ReportKind is { HasAggregation: true } ? Request.AggregationOrNull?.ToString() ?? "Summary" : null,
            Format = Request.Format == ReportFormat.Tsv ? ReportFileFormat.Tsv : Request.Format == ReportFormat.Xml ? ReportFileFormat.Xml : ReportFileFormat.Csv,
            Columns = Request.ColumnNames ?? [],
            ExcludesHeader = Request.ExcludeReportHeader == true,
            ExcludesFooter = Request.ExcludeReportFooter == true,
            ExcludesColumnHeaders = Request.ExcludeColumnHeaders == true,
        };
    }

    private static long? QueueOf(ReportRequest request) =>
        ReportScopes.Of(request.ScopeOrNull)?.AllAccounts().Take(2).ToArray() is [var account] ? account : null;
}
