namespace BingAds.Analytics;

/// <summary>Which account and day a row is of; the day as its number since 1970-01-01.</summary>
internal readonly record struct PartitionKey(long Account, int Day) : IComparable<PartitionKey>
{
    public int CompareTo(PartitionKey other) => Account != other.Account ? Account.CompareTo(other.Account) : Day.CompareTo(other.Day);
}
