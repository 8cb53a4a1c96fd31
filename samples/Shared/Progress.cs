using BingAds.Bulk;

namespace Samples;

/// <summary>Tells of progress on the thread that makes it; the framework's own would queue it.</summary>
internal sealed class Progress(Action<BulkOperationProgressInfo> report) : IProgress<BulkOperationProgressInfo>
{
    public void Report(BulkOperationProgressInfo value) => report(value);
}
