namespace BingAds.Analytics;

/// <summary>The file with the rows of one account and day.</summary>
/// <param name="View">Name of the view that it belongs to, such as <c>KeywordPerformance</c>.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Day">The day, or the first one of the week, month or year.</param>
/// <param name="Path">The file.</param>
public sealed record LakePartition(string View, long AccountId, DateOnly Day, string Path);
