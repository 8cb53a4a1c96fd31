namespace BingAds.Reporting;

/// <summary>How far a report is: first here, then at the service, then on the way back.</summary>
public sealed class ReportingOperationProgressInfo
{
    /// <summary>Makes one.</summary>
    public ReportingOperationProgressInfo(ReportingStage stage) => Stage = stage;

    /// <summary>Where the report is.</summary>
    public ReportingStage Stage { get; }

    /// <summary>The report; null as long as it waits to be submitted.</summary>
    public ReportingDownloadOperation? Operation { get; init; }

    /// <summary>Packed bytes of the file that came over; null before it was begun.</summary>
    public long? BytesReceived { get; init; }

    /// <summary>Packed bytes of the file in all; null if that is not known.</summary>
    public long? BytesTotal { get; init; }
}
