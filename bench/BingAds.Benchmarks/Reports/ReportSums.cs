namespace BingAds.Benchmarks.Reports;

/// <summary>What a pass over a report saw.</summary>
internal sealed record ReportSums(long Rows, long KeywordIds, long Impressions, long Clicks, double Ctr, decimal Spend, long KeywordLength);
