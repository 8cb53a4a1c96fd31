namespace BingAds.Bulk.Upload;

/// <summary>The id of an entity of any class: what it writes into the column <c>Id</c>.</summary>
internal static class EntityId
{
    /// <summary>Null if it has none, or cannot be written.</summary>
    public static long? Of(BulkEntity entity)
    {
        var rows = new BulkRowBatch();
        try
        {
            entity.WriteTo(rows, excludeReadOnly: true);
        }
        catch (Errors.EntityWriteException)
        {
            return null;
        }

        return rows.Count == 0 ? null : RowReferences.IdOf(rows[0]);
    }
}
