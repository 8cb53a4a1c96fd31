using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>A request by what the service still keeps.</summary>
/// <typeparam name="T">Class of the request.</typeparam>
public sealed class ReportRetentionSplit<T>
    where T : ReportRequest
{
    internal ReportRetentionSplit(T? kept, ReportDays? lost)
    {
        Kept = kept;
        Lost = lost;
    }

    /// <summary>The request for the days that are kept: the same object if all are, null if none is.</summary>
    public T? Kept { get; }

    /// <summary>The days that are no longer kept; null if all are.</summary>
    public ReportDays? Lost { get; }
}
