namespace BingAds.Files;

/// <summary>The forms in which files hold dates and times.</summary>
internal enum DateForm
{
    /// <summary>3/4/2026 5:06:07 PM.</summary>
    DateTime,

    /// <summary>2026/03/04 17:06:07.</summary>
    DateTimeSlash,

    /// <summary>2026-03-04 17:06:07.</summary>
    DateTimeDash,

    /// <summary>2026-03-04.</summary>
    DateDash,

    /// <summary>3/4/2026.</summary>
    Date,
}
