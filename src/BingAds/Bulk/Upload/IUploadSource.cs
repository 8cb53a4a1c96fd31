namespace BingAds.Bulk.Upload;

/// <summary>Gives the inputs one by one, in the order in which they go out.</summary>
internal interface IUploadSource : IAsyncDisposable
{
    /// <summary>Whether inputs are kept until their results are there: then a file can be made a second time, and results have their inputs.</summary>
    bool KeepsInputs { get; }

    /// <summary>Whether all inputs are known, so that those which were never reached can be told of.</summary>
    bool IsList { get; }

    /// <summary>The next input; null at the end.</summary>
    ValueTask<UploadInput?> NextAsync(CancellationToken cancellationToken);
}
