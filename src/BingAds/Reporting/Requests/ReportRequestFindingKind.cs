namespace BingAds.Reporting;

/// <summary>What would come of a request as it is.</summary>
public enum ReportRequestFindingKind
{
    /// <summary>The service refuses it.</summary>
    Refused,

    /// <summary>The service may take it, but the report is not what was asked for: empty, cut, or of another kind.</summary>
    Misleading,

    /// <summary>The request is fine, but it can't be divided in the way that was asked for.</summary>
    Indivisible,
}
