namespace BingAds.Errors;

/// <summary>What the service's list of codes says about making the same call again.</summary>
public enum RetryKind
{
    /// <summary>A repeated call fails the same way.</summary>
    None,

    /// <summary>It may pass by itself: a few tries with growing waits.</summary>
    Transient,

    /// <summary>A call rate or quota: wait as long as the code says.</summary>
    Wait,

    /// <summary>Too many reports are running: wait until one ends.</summary>
    WaitForOtherReports,

    /// <summary>The system is not ready: minutes or longer.</summary>
    Later,

    /// <summary>What was asked for is not there yet: hours, or ask for less.</summary>
    LaterOrRelax,
}
