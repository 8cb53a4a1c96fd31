using BingAds.Errors;
using Microsoft.Extensions.Logging;

namespace BingAds.Services;

/// <summary>What calls log: names, times and ids. Never a token, never a body.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "Calling {Service}.{Operation}.")]
    public static partial void Calling(ILogger logger, ServiceName service, string operation);

    [LoggerMessage(2, LogLevel.Debug, "{Service}.{Operation} answered in {Milliseconds:0} ms (TrackingId {TrackingId}).")]
    public static partial void Called(ILogger logger, ServiceName service, string operation, double milliseconds, string? trackingId);

    [LoggerMessage(3, LogLevel.Warning, "{Service}.{Operation} failed after {Milliseconds:0} ms: {Category}, code {Code} (TrackingId {TrackingId}).")]
    public static partial void Failed(ILogger logger, ServiceName service, string operation, double milliseconds, ErrorCategory category, string? trackingId, int? code);

    [LoggerMessage(4, LogLevel.Information, "{Service}.{Operation} is repeated (attempt {Attempt}) in {Seconds:0.0} s after {Exception}.")]
    public static partial void Retrying(ILogger logger, ServiceName service, string operation, int attempt, double seconds, string? exception);
}
