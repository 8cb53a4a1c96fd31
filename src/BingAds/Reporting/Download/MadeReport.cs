namespace BingAds.Reporting.Download;

/// <summary>A report that the service has made, and what it last said of it.</summary>
internal readonly record struct MadeReport(ReportingDownloadOperation Operation, ReportingDownloadStatus Status);
