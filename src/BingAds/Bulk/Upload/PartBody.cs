namespace BingAds.Bulk.Upload;

/// <summary>The file of one part: its inputs are taken from the source while it goes out, until the file is full or something must wait for an earlier one.</summary>
internal sealed class PartBody(UploadFeed feed, UploadPart part, UploadSettings settings) : UploadBody
{
    // The file is left some room: what the packing holds is not counted yet.
    private readonly long _room = Math.Clamp(settings.MaxFileBytes / 50, 512, 2_000_000);

    public override string Extension => settings.Format.Extension;

    public override long? RowCount => part.RowCount;

    public override bool IsRepeatable => feed.KeepsInputs || part.Entries.Length == 0;

    public override async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        // Small pieces would make small packets.
        var buffered = new BufferedStream(target, 64 << 10);
        await using (var writer = await UploadRowsWriter.StartAsync(buffered, settings.Format, feed.ColumnsOf(part), settings.Time, cancellationToken).ConfigureAwait(false))
        {
            await WriteAgainAsync(writer, cancellationToken).ConfigureAwait(false);
            while (await feed.PeekAsync(part, cancellationToken).ConfigureAwait(false) && HasRoom(writer))
            {
                await writer.WriteAsync(feed.Rows, cancellationToken).ConfigureAwait(false);
                feed.Take(part);
            }

            await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        await buffered.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // After a POST that got lost: what it took from the source goes first.
    private async ValueTask WriteAgainAsync(UploadRowsWriter writer, CancellationToken cancellationToken)
    {
        var rows = new BulkRowBatch();
        for (var i = 0; i < part.Entries.Length; i++)
        {
            feed.Make(part.Entries[i], part, rows);
            await writer.WriteAsync(rows, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool HasRoom(UploadRowsWriter writer)
    {
        if (part.RowCount == 0)
        {
            return true;
        }

        if (!writer.HasColumns(feed.Rows) || part.RowCount + feed.Rows.Count > settings.MaxRows || writer.Bytes >= settings.MaxFileBytes - _room)
        {
            return false;
        }

        // A group that fits into a file by itself is not cut.
        var group = feed.GroupRows;
        return group == 0
            || ((part.RowCount + group <= settings.MaxRows || group > settings.MaxRows) && writer.Bytes < settings.MaxFileBytes - _room - (settings.MaxFileBytes / 10));
    }
}
