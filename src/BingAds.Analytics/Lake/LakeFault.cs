namespace BingAds.Analytics;

/// <summary>What went wrong in a lake.</summary>
public enum LakeFault
{
    /// <summary>The file cannot be kept by account and day: it has no column for that, or its rows stand for other times.</summary>
    WrongReport,

    /// <summary>A row is of another account or day than the window, or does not tell it.</summary>
    OutsideWindow,

    /// <summary>The query is no single <c>SELECT</c>.</summary>
    NotAQuery,

    /// <summary>The query names what there is not, or failed while it ran: the message is DuckDB's.</summary>
    QueryFailed,

    /// <summary>The folder is in use by another process for longer than <see cref="ReportLakeOptions.LockTimeout"/>.</summary>
    Busy,
}
