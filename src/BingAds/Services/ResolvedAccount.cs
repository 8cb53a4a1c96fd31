namespace BingAds;

/// <summary>An ad account, and by what it was found.</summary>
/// <param name="Id">The id that calls take.</param>
/// <param name="Number">The number that the web pages show; never used in calls.</param>
/// <param name="Name">Its name.</param>
/// <param name="CustomerId">The customer it belongs to; null if the service did not say.</param>
/// <param name="MatchedBy">Which of the three the text was.</param>
public sealed record ResolvedAccount(long Id, string? Number, string? Name, long? CustomerId, AccountMatch MatchedBy);
