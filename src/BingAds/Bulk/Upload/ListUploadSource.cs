namespace BingAds.Bulk.Upload;

/// <summary>Inputs that are all there, in the order of a plan if there is one.</summary>
internal sealed class ListUploadSource(IReadOnlyList<BulkEntity> entities, UploadPlan? plan) : IUploadSource
{
    private int _next;

    public bool KeepsInputs => true;

    public bool IsList => true;

    public ValueTask<UploadInput?> NextAsync(CancellationToken cancellationToken)
    {
        if (_next == entities.Count)
        {
            return new((UploadInput?)null);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var at = _next++;
        var index = plan?.Order[at] ?? at;
        var rows = plan is null ? 0 : plan.GroupRows[at];
        return new(new UploadInput(index, Checked(entities[index], index), rows));
    }

    public ValueTask DisposeAsync() => default;

    internal static BulkEntity Checked(BulkEntity? entity, long index) =>
        entity ?? throw new ArgumentException($"The entity at {index} is null.", nameof(entity));
}
