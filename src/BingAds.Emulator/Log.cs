using Microsoft.Extensions.Logging;

namespace BingAds.Emulator;

/// <summary>Everything the emulator logs.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Operation} failed for a reason that is the emulator's own (TrackingId {TrackingId}).")]
    public static partial void CallFailed(this ILogger log, Exception exception, string operation, string trackingId);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Bulk job {Job} failed for a reason that is the emulator's own.")]
    public static partial void JobFailed(this ILogger log, Exception exception, string job);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "A bulk record '{RecordType}' in line {Line} failed for a reason that is the emulator's own.")]
    public static partial void RecordFailed(this ILogger log, Exception exception, string recordType, int line);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "Report {Job} failed for a reason that is the emulator's own.")]
    public static partial void ReportFailed(this ILogger log, Exception exception, string job);
}
