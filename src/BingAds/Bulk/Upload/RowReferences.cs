using System.Buffers.Text;
using System.Text;

namespace BingAds.Bulk.Upload;

/// <summary>
/// What the rows of one entity define for later ones, and what they take from earlier ones: by reference key (a negative number), by name, or by standing
/// after a row that clears their parent.
/// </summary>
internal sealed class RowReferences
{
    private static readonly int s_id = BulkColumns.Find("Id");
    private static readonly int s_parentId = BulkColumns.Find("Parent Id");
    private static readonly int s_status = BulkColumns.Find("Status");
    private static readonly int s_campaign = BulkColumns.Find("Campaign");
    private static readonly int s_adGroup = BulkColumns.Find("Ad Group");

    private static readonly int[] s_otherIds = FindAll(
        "Budget Id", "Bid Strategy Id", "Feed Id", "Page Feed Ids", "Media Ids", "Thumbnail Id", "Video Id", "Experiment Id", "Target Campaign Id", "Target Ad Group Id",
        "Base Campaign Id", "Experiment Campaign Id", "Impression Campaign Id", "Impression Ad Group Id", "Parent Criterion Id", "Parent Listing Group Id",
        "New Customer Acquisition Goal Id", "Audience Id", "Source Id", "Goal Id");

    private readonly HashSet<string> _cleared = new(StringComparer.Ordinal);
    private readonly Dictionary<long, long> _campaigns = [];

    /// <summary>The reference key under which the entity itself is known; 0 if it has none.</summary>
    public long Key { get; private set; }

    /// <summary>Reference keys of others, and where they stand.</summary>
    public List<RowReference> Keys { get; } = [];

    /// <summary>Names that the rows introduce, and clearings, as numbers that are alike where they are alike.</summary>
    public List<long> Introduced { get; } = [];

    /// <summary>Names and clearings that the rows depend on, if an earlier row introduced them.</summary>
    public List<long> Needed { get; } = [];

    /// <summary>Whether anything ties the entity to another one of the upload.</summary>
    public bool IsAlone => Key == 0 && Keys.Count == 0 && Introduced.Count == 0 && Needed.Count == 0;

    /// <summary>Looks through the rows of the next entity, in the order of the inputs.</summary>
    public void Read(string recordType, BulkRowBatch rows)
    {
        Key = 0;
        Keys.Clear();
        Introduced.Clear();
        Needed.Clear();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var isNew = ReadId(recordType, row, i);
            if (Number(row[s_parentId]) is < 0 and var parent)
            {
                Keys.Add(new RowReference(i, s_parentId, ReferenceKinds.ParentOf(recordType), parent));
            }

            foreach (var column in s_otherIds)
            {
                ReadOther(recordType, row, i, column);
            }

            // The rows of one entity have one parent.
            if (i == 0)
            {
                ReadNames(recordType, row, isNew);
            }

            ReadClearing(recordType, row);
        }
    }

    /// <summary>Puts a real id in the place of a reference key.</summary>
    public static void Replace(BulkRowBatch rows, RowReference reference, long id)
    {
        var row = rows[reference.Row];
        var parts = Encoding.UTF8.GetString(row[reference.Column]).Split(';');
        for (var i = 0; i < parts.Length; i++)
        {
            if (long.TryParse(parts[i], System.Globalization.CultureInfo.InvariantCulture, out var number) && number == reference.Key)
            {
                parts[i] = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        row.Text(reference.Column, string.Join(';', parts));
    }

    /// <summary>The number in the column <c>Id</c>; null if there is none.</summary>
    public static long? IdOf(BulkRowWriter row) => Number(row[s_id]);

    private bool ReadId(string recordType, BulkRowWriter row, int index)
    {
        var id = Number(row[s_id]);
        if (id is not < 0)
        {
            return id is null;
        }

        if (ReferenceKinds.IsTie(recordType))
        {
            Keys.Add(new RowReference(index, s_id, ReferenceKinds.IdOf(recordType), id.Value));
        }
        else
        {
            Key = id.Value;
        }

        return true;
    }

    private void ReadOther(string recordType, BulkRowWriter row, int index, int column)
    {
        var text = row[column];
        while (text.IndexOf((byte)'-') is var at and >= 0)
        {
            if ((at == 0 || text[at - 1] is (byte)';' or (byte)' ') && Utf8Parser.TryParse(text[at..], out long number, out var length) && number < 0
                && (at + length == text.Length || text[at + length] is (byte)';' or (byte)' '))
            {
                Keys.Add(new RowReference(index, column, ReferenceKinds.ColumnOf(BulkColumns.NameOf(column), recordType), number));
            }

            text = text[(at + 1)..];
        }
    }

    private void ReadNames(string recordType, BulkRowWriter row, bool isNew)
    {
        long? campaign = row[s_campaign].IsEmpty ? null : Mix(1, row[s_campaign], default);
        if (recordType == "Campaign")
        {
            if (campaign is { } name)
            {
                (isNew ? Introduced : Needed).Add(name);
                _campaigns[Key] = name;
            }

            return;
        }

        if (campaign is { } parent)
        {
            Needed.Add(parent);
        }

        var adGroup = row[s_adGroup];
        if (adGroup.IsEmpty)
        {
            return;
        }

        if (recordType == "Ad Group" && isNew)
        {
            // Rows may name its campaign where it has the number, so that one stands for the other where both are known.
            campaign ??= Number(row[s_parentId]) is { } number && _campaigns.TryGetValue(number, out var known) ? known : null;
            Introduced.Add(campaign is { } whole ? Mix(whole, adGroup, default) : Mix(2, adGroup, default));
            return;
        }

        Needed.Add(Mix(2, adGroup, default));
        if (campaign is { } of)
        {
            Needed.Add(Mix(of, adGroup, default));
        }
    }

    // A deleted row that has a parent and no id clears all of its kind there. What comes after it must stay after it.
    private void ReadClearing(string recordType, BulkRowWriter row)
    {
        var isClearing = row[s_id].IsEmpty && row[s_status].SequenceEqual("Deleted"u8)
            && !(row[s_parentId].IsEmpty && row[s_campaign].IsEmpty && row[s_adGroup].IsEmpty);
        if (isClearing)
        {
            _cleared.Add(recordType);
        }
        else if (_cleared.Count == 0 || !_cleared.Contains(recordType))
        {
            return;
        }

        var key = Mix(Mix(4, Encoding.UTF8.GetBytes(recordType), row[s_parentId]), row[s_campaign], row[s_adGroup]);
        (isClearing ? Introduced : Needed).Add(key);
    }

    private static long? Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long number, out var length) && length == text.Length && length > 0 ? number : null;

    // Names of campaigns are the same in any case of letters. Two that are alike by chance only make rows go together that need not.
    private static long Mix(long seed, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var hash = (14695981039346656037UL ^ (ulong)seed) * 1099511628211UL;
        foreach (var b in first)
        {
            hash = (hash ^ (b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b)) * 1099511628211UL;
        }

        hash = (hash ^ 0x1F) * 1099511628211UL;
        foreach (var b in second)
        {
            hash = (hash ^ (b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b)) * 1099511628211UL;
        }

        return (long)hash;
    }

    private static int[] FindAll(params string[] names) => [.. names.Select(BulkColumns.Find).Where(static c => c >= 0)];
}
