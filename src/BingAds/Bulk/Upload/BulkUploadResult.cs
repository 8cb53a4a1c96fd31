using BingAds.Errors;

namespace BingAds.Bulk;

/// <summary>What became of all inputs of an upload: one item each, in the order of the inputs.</summary>
public sealed class BulkUploadResult
{
    internal BulkUploadResult(List<BulkUploadItem> items)
    {
        items.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        Items = items;
        var operations = new List<BulkUploadOperation>();
        foreach (var item in items)
        {
            AppliedCount += item.Outcome == BulkUploadOutcome.Applied ? 1 : 0;
            FailedCount += item.Outcome == BulkUploadOutcome.Failed ? 1 : 0;
            UnknownCount += item.Outcome == BulkUploadOutcome.Unknown ? 1 : 0;
            if (item.Operation is { } operation && !operations.Any(o => ReferenceEquals(o, operation)))
            {
                operations.Add(operation);
            }
        }

        Operations = operations;
    }

    /// <summary>An item for each input.</summary>
    public IReadOnlyList<BulkUploadItem> Items { get; }

    /// <summary>How many the service applied.</summary>
    public int AppliedCount { get; }

    /// <summary>How many were surely not applied.</summary>
    public int FailedCount { get; }

    /// <summary>How many nobody can tell of.</summary>
    public int UnknownCount { get; }

    /// <summary>The uploads that were made, to look at later.</summary>
    public IReadOnlyList<BulkUploadOperation> Operations { get; }

    /// <summary>Those that failed.</summary>
    public IEnumerable<BulkUploadItem> Failed => Items.Where(static i => i.Outcome == BulkUploadOutcome.Failed);

    /// <summary>Those that nobody can tell of.</summary>
    public IEnumerable<BulkUploadItem> Unknown => Items.Where(static i => i.Outcome == BulkUploadOutcome.Unknown);

    /// <summary>Does nothing if all inputs were applied.</summary>
    /// <exception cref="BulkUploadException">Some were not; it has this result.</exception>
    public void ThrowIfAnyFailed()
    {
        if (AppliedCount < Items.Count)
        {
            throw new BulkUploadException("Not all of the upload was applied.", this);
        }
    }

    /// <summary>How many of each.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{AppliedCount} applied, {FailedCount} failed, {UnknownCount} unknown");
}
