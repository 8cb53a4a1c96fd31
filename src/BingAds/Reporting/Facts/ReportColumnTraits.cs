namespace BingAds.Reporting;

/// <summary>What is known of a column besides the kind of its values.</summary>
[Flags]
internal enum ReportColumnTraits
{
    /// <summary>An attribute: rows are split by it.</summary>
    None = 0,

    /// <summary>A number computed over what the attributes leave together.</summary>
    Statistic = 1,

    /// <summary>No list says whether it is an attribute or a statistic.</summary>
    RoleIsGuess = 2,

    /// <summary>The kind follows from the name only.</summary>
    KindIsGuess = 4,

    /// <summary>A share of possible impressions or clicks; does not count as the statistic that each report needs.</summary>
    Share = 8,

    /// <summary>Accepted but meaningless by hour.</summary>
    NoHours = 16,

    /// <summary>The values of two rows can be added up.</summary>
    Adds = 32,
}
