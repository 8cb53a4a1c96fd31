using BingAds.Errors;

namespace BingAds.Bulk;

/// <summary>All negative sites of one campaign or ad group: several rows of a bulk file. Writing replaces the sites that the service has.</summary>
public abstract class BulkNegativeSites : BulkEntity
{
    private protected BulkNegativeSites()
    {
    }

    /// <summary>Deleted removes all sites; Active once sites were read.</summary>
    public Status? Status { get; set; }

    /// <summary>Name of the campaign; column <c>Campaign</c>.</summary>
    public string? CampaignName { get; set; }

    /// <inheritdoc/>
    public override bool HasErrors => base.HasErrors || Children.Any(static c => c.HasErrors);

    /// <inheritdoc/>
    public override DateTime? LastModifiedTime
    {
        get => Children.FirstOrDefault()?.LastModifiedTime;
        internal set { }
    }

    /// <summary>Whether the file said that all sites are there.</summary>
    internal bool HasAll { get; private protected set; }

    internal abstract IEnumerable<SingleRecordBulkEntity> Children { get; }

    /// <summary>The row that was read last: errors after it are its own; those of a row for all sites are the group's.</summary>
    internal BulkEntity Last { get; private protected set; } = null!;

    /// <summary>Texts of the sites to write; null where the API object is missing.</summary>
    private protected abstract IReadOnlyList<string>? Sites { get; }

    private protected abstract SingleRecordBulkEntity Row(string? website, Status? status);

    /// <summary>The group that a row opens; null if it is no negative site.</summary>
    internal static BulkNegativeSites? Start(SingleRecordBulkEntity entity)
    {
        BulkNegativeSites? sites = entity switch
        {
            BulkCampaignNegativeSite => new BulkCampaignNegativeSites(),
            BulkAdGroupNegativeSite => new BulkAdGroupNegativeSites(),
            _ => null,
        };
        sites?.Open(entity);
        return sites;
    }

    /// <summary>Takes a row if it belongs to the same parent.</summary>
    internal abstract bool TryAdd(SingleRecordBulkEntity entity);

    /// <summary>Makes the API object when all rows are there.</summary>
    internal abstract void Close();

    private protected abstract void Open(SingleRecordBulkEntity entity);

    // A deleted row without a website stands for all sites.
    private protected bool IsForAll(string? website, Status? status) => string.IsNullOrEmpty(website) && status == Bulk.Status.Deleted;

    private protected void TakeAll(SingleRecordBulkEntity entity)
    {
        HasAll = true;
        Last = this;
        foreach (var error in entity.CellErrors)
        {
            AddCellError(error);
        }

        foreach (var column in entity.UnknownColumns)
        {
            UnknownColumns.Add(column);
        }
    }

    internal override void WriteTo(IBulkRowSink sink, bool excludeReadOnly)
    {
        var isDeleted = Status == Bulk.Status.Deleted;
        if (Sites is not { } sites || (!isDeleted && sites.Count == 0))
        {
            throw new EntityWriteException($"{GetType().Name} has no negative sites to write; a status of Deleted removes all.");
        }

        Row(null, Bulk.Status.Deleted).WriteTo(sink, excludeReadOnly);
        if (!isDeleted)
        {
            foreach (var site in sites)
            {
                Row(site, null).WriteTo(sink, excludeReadOnly);
            }
        }

        WriteErrors(sink, excludeReadOnly);
    }
}
