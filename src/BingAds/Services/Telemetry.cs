using System.Diagnostics;
using System.Diagnostics.Metrics;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Services;

/// <summary>Traces and metrics, all under the name <c>BingAds</c>. Nothing is made while nobody listens.</summary>
internal static class Telemetry
{
    private static readonly ActivitySource s_source = new("BingAds", Manifest.Version);
    private static readonly Meter s_meter = new("BingAds", Manifest.Version);

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>(
        "bingads.call.duration", "s", "Duration of calls, with all their attempts.");

    private static readonly Counter<long> s_retries = s_meter.CreateCounter<long>(
        "bingads.call.retries", "{attempt}", "Attempts after the first one.");

    public static Activity? Start(OperationInfo operation, HeaderTarget target)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        var activity = s_source.StartActivity($"{operation.Service}.{operation.Name}", ActivityKind.Client);
        activity?.SetTag("rpc.system", "bingads");
        activity?.SetTag("rpc.service", operation.Service.ToString());
        activity?.SetTag("rpc.method", operation.Name);
        activity?.SetTag("bingads.transport", target == HeaderTarget.Soap ? "soap" : "rest");
        return activity;
    }

    public static void Stop(Activity? activity, OperationInfo operation, TimeSpan elapsed, int attempts, ApiResponse? response, Exception? exception)
    {
        var failure = exception as SdkException;
        if (activity is not null)
        {
            activity.SetTag("bingads.tracking_id", response?.TrackingId ?? failure?.TrackingId);
            activity.SetTag("bingads.attempts", attempts);
            if (exception is not null)
            {
                activity.SetStatus(ActivityStatusCode.Error, failure?.Category.ToString() ?? exception.GetType().Name);
                activity.SetTag("error.type", exception.GetType().Name);
                activity.SetTag("http.response.status_code", failure?.HttpStatus);
                activity.SetTag("bingads.error_code", failure?.Errors is [{ } first, ..] ? first.Code : null);
            }
        }

        if (attempts > 1 && s_retries.Enabled)
        {
            s_retries.Add(attempts - 1, new KeyValuePair<string, object?>("rpc.method", operation.Name));
        }

        if (s_duration.Enabled)
        {
            s_duration.Record(
                elapsed.TotalSeconds,
                new("rpc.service", operation.Service.ToString()),
                new("rpc.method", operation.Name),
                new("error.type", exception?.GetType().Name));
        }
    }
}
