namespace BingAds.Bulk;

/// <summary>Takes rows one after another.</summary>
internal interface IBulkRowSink
{
    /// <summary>An empty row to fill.</summary>
    BulkRowWriter Begin();

    /// <summary>The row is complete.</summary>
    void End();
}
