namespace BingAds.Reporting;

/// <summary>Where a report is.</summary>
public enum ReportingStage
{
    /// <summary>It waits for its turn, or for a place at the service.</summary>
    Waiting,

    /// <summary>The service makes it.</summary>
    Running,

    /// <summary>The service has made it.</summary>
    Made,

    /// <summary>Its file comes over.</summary>
    Receiving,
}
