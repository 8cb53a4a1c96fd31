namespace BingAds.Bulk;

/// <summary>What became of a file that was uploaded.</summary>
public sealed class BulkFileUploadResult
{
    internal BulkFileUploadResult(string resultFilePath, bool hasErrors, IReadOnlyList<BulkUploadOperation> operations)
    {
        ResultFilePath = resultFilePath;
        HasErrors = hasErrors;
        Operations = operations;
    }

    /// <summary>The result: the rows as the service gave them back, each with its error rows after it. One file, also where the upload went in parts.</summary>
    public string ResultFilePath { get; }

    /// <summary>Whether rows were refused.</summary>
    public bool HasErrors { get; }

    /// <summary>The uploads that were made: one, or one a part.</summary>
    public IReadOnlyList<BulkUploadOperation> Operations { get; }
}
