namespace BingAds.Bulk.Upload;

/// <summary>One input in a part.</summary>
/// <param name="index">Its number in the caller's order.</param>
/// <param name="entity">The input; null where inputs are not kept.</param>
/// <param name="recordType">Text of the column <c>Type</c>.</param>
/// <param name="clientId">The caller's own text in the column <c>Client Id</c>.</param>
/// <param name="key">The reference key under which it is known; 0 for none.</param>
/// <param name="rows">Rows that it takes.</param>
internal struct UploadEntry(long index, BulkEntity? entity, string recordType, string? clientId, long key, int rows)
{
    public readonly long Index => index;

    public readonly BulkEntity? Entity => entity;

    public readonly string RecordType => recordType;

    public readonly string? ClientId => clientId;

    public readonly long Key => key;

    public readonly int Rows => rows;

    /// <summary>Whether its result was given out: each has one.</summary>
    public bool IsTold { get; set; }
}
