using BingAds.Bulk;

namespace BingAds.Emulator.Bulk;

/// <summary>The columns of an upload's result: the uploaded ones in their order, those of errors, and all others if some rows come complete.</summary>
internal sealed class ResultColumns
{
    private static readonly string[] s_always =
    [
        "Type", "Name", "Error", "Error Number", "Field Path", "Editorial Location", "Editorial Term", "Editorial Reason Code", "Editorial Appeal Status", "Publisher Countries",
    ];

    private readonly int[] _places = new int[BulkColumns.Count];

    private ResultColumns(string[] names, int uploaded)
    {
        Names = names;
        Uploaded = uploaded;
        Array.Fill(_places, -1);
        for (var i = names.Length - 1; i >= 0; i--)
        {
            // From the end, since the first of two columns of the same name is the one that counts.
            if (BulkColumns.Find(names[i]) is var column and >= 0)
                _places[column] = i;
        }
    }

    public string[] Names { get; }

    /// <summary>How many of them the file came with; they are the first.</summary>
    public int Uploaded { get; }

    public static ResultColumns Of(BulkHeader header, bool isComplete)
    {
        var names = header.Names.ToList();
        names.AddRange(s_always.Concat(isComplete ? BulkColumnNames.All : []).Except(header.Names, StringComparer.Ordinal));
        return new ResultColumns([.. names], header.Names.Count);
    }

    /// <summary>Where a known column stands; -1 if the result has none.</summary>
    public int Place(int column) => _places[column];

    /// <summary>One line for a job to keep; a name can hold no line end of its own that would matter, since unknown columns come back by place.</summary>
    public string Save() => $"{Uploaded}\n{string.Join('\n', Names.Select(static n => n.ReplaceLineEndings(" ")))}";

    public static ResultColumns Load(string saved)
    {
        var lines = saved.Split('\n');
        return new ResultColumns(lines[1..], int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture));
    }
}
