using System.Globalization;
using BingAds.Bulk;
using BingAds.Files;

namespace BingAds.Tests.Bulk.Upload;

/// <summary>What the fake service has stored, and how it takes the rows of a file: adds, updates and deletes, reference keys and names, refusals.</summary>
internal sealed class FakeWorld
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string, long, string), long> _names = [];
    private long _nextId = 1_000_000;

    /// <summary>All that is there, by its id.</summary>
    public Dictionary<long, FakeRecord> Records { get; } = [];

    /// <summary>How often something was added that was there already: what is sent twice shows here.</summary>
    public int Doubles { get; private set; }

    /// <summary>Whether the mark in the column for it comes back, as the service promises.</summary>
    public bool EchoesClientId { get; set; } = true;

    /// <summary>Order in which result rows are given.</summary>
    public Func<List<FakeRow>, IEnumerable<FakeRow>> Order { get; set; } = static rows => rows;

    /// <summary>Takes a file; gives its result.</summary>
    public async Task<(byte[] Result, bool HasErrors)> ApplyAsync(Stream file, bool errorsOnly)
    {
        await using var reader = new BulkFileReader(file);
        var rows = new List<FakeRow>();
        await foreach (var row in reader.ReadRows(TestContext.Current.CancellationToken))
        {
            var cells = new Dictionary<string, string>();
            foreach (var cell in row.FilledCells)
            {
                cells[row.Header.Names[cell.Ordinal]] = cell.Cell.ToString();
            }

            rows.Add(new FakeRow(cells));
        }

        Assert.Equal("Format Version", rows[0]["Type"]);
        rows.RemoveAt(0);
        lock (_lock)
        {
            var keys = new Dictionary<(string, long), long>();
            rows.ForEach(r => Apply(r, keys));
        }

        return (Write(reader.Header!.Names, rows, errorsOnly, reader.Layout == BulkFileLayout.Tsv), rows.Exists(static r => r.Error is not null));
    }

    private byte[] Write(IReadOnlyList<string> header, List<FakeRow> rows, bool errorsOnly, bool isTsv)
    {
        string[] names = [.. header, .. new[] { "Error", "Error Number", "Field Path" }.Where(n => !header.Contains(n))];
        using var text = new MemoryStream();
        using var writer = new DelimitedWriter(text, names.Length, new() { Separator = isTsv ? DelimitedOptions.Tab : DelimitedOptions.Comma });
        writer.Header(names);
        Put(new() { ["Type"] = "Format Version", ["Name"] = "6.0" });
        foreach (var row in Order(rows))
        {
            if (!errorsOnly || row.Error is not null)
            {
                Put(row.Cells);
            }

            if (row.Error is { } error)
            {
                var cells = new Dictionary<string, string>
                {
                    ["Type"] = row["Type"] + " Error", ["Error"] = error.Name, ["Error Number"] = error.Code.ToString(CultureInfo.InvariantCulture), ["Field Path"] = error.Field,
                };
                Put(cells);
            }
        }

        writer.Flush();
        return text.ToArray();

        void Put(Dictionary<string, string> cells)
        {
            foreach (var (name, value) in cells)
            {
                if (EchoesClientId || name != "Client Id")
                {
                    writer.Set(Array.IndexOf(names, name), value);
                }
            }

            writer.EndRow();
        }
    }

    private void Apply(FakeRow row, Dictionary<(string, long), long> keys)
    {
        var type = row["Type"];
        var parent = ParentOf(row, type, keys);
        if (parent == 0)
        {
            row.Error = (1100, "CampaignServiceInvalidParentId", "Parent Id");
            return;
        }

        var label = type == "Campaign Label" ? IdOf(row, "Label", keys) : null;
        if (label == 0)
        {
            row.Error = (5425, "CampaignServiceInvalidLabelId", "Id");
            return;
        }

        var id = type == "Campaign Label" ? null : row.Number("Id");
        var name = label is not null ? $"label {label}" : row["Keyword"] is { Length: > 0 } keyword ? keyword : type == "Campaign" ? row["Campaign"] : type == "Ad Group" ? row["Ad Group"] : row["Website"] is { Length: > 0 } site ? site : row["Label"];
        if (name.StartsWith("bad", StringComparison.Ordinal))
        {
            row.Error = (1503, "CampaignServiceInvalidKeywordText", "Text");
        }
        else if (id > 0)
        {
            if (!Records.TryGetValue(id.Value, out var known) || known.Type != type)
            {
                row.Error = (1501, "CampaignServiceInvalidKeywordId", "Id");
                return;
            }

            known.Changes++;
            known.Bid = row["Bid"] is { Length: > 0 } bid ? bid : known.Bid;
        }
        else if (row["Status"] == "Deleted")
        {
            foreach (var old in Records.Where(r => r.Value.Type == type && r.Value.Parent == parent).Select(static r => r.Key).ToList())
            {
                _names.Remove((type, parent, Records[old].Name.ToUpperInvariant()));
                Records.Remove(old);
            }
        }
        else if (_names.ContainsKey((type, parent, name.ToUpperInvariant())))
        {
            Doubles++;
            row.Error = (1115, "CampaignServiceCannotCreateDuplicate", "Name");
        }
        else
        {
            var made = Seed(type, name, parent);
            Records[made].Bid = row["Bid"];
            if (id < 0)
            {
                keys[(type, id.Value)] = made;
            }

            row.Cells["Id"] = made.ToString(CultureInfo.InvariantCulture);
        }
    }

    // 0: there is none such.
    private long? IdOf(FakeRow row, string type, Dictionary<(string, long), long> keys) => row.Number("Id") switch
    {
        < 0 and var key => keys.GetValueOrDefault((type, key)),
        > 0 and var id => Records.TryGetValue(id, out var record) && record.Type == type ? id : 0,
        _ => 0,
    };

    private long ParentOf(FakeRow row, string type, Dictionary<(string, long), long> keys)
    {
        var wanted = type switch
        {
            "Campaign" or "Label" => "",
            "Ad Group" or "Campaign Label" or "Campaign Negative Site" => "Campaign",
            _ => "Ad Group",
        };
        if (wanted.Length == 0)
        {
            return -1;
        }

        return row.Number("Parent Id") switch
        {
            < 0 and var key => keys.GetValueOrDefault((wanted, key)),
            > 0 and var id => Records.TryGetValue(id, out var record) && record.Type == wanted ? id : 0,
            _ when wanted == "Campaign" => Named("Campaign", row["Campaign"], -1),
            _ => Named("Ad Group", row["Ad Group"], Named("Campaign", row["Campaign"], -1)),
        };
    }

    private long Named(string type, string name, long parent) => _names.GetValueOrDefault((type, parent, name.ToUpperInvariant()));

    /// <summary>Stores something without an upload; gives its id.</summary>
    public long Seed(string type, string name, long parent)
    {
        Records[++_nextId] = new FakeRecord(type, name, parent);
        _names[(type, parent, name.ToUpperInvariant())] = _nextId;
        return _nextId;
    }
}

/// <summary>Something that is stored.</summary>
internal sealed record FakeRecord(string Type, string Name, long Parent)
{
    public string Bid { get; set; } = "";

    public int Changes { get; set; }
}

/// <summary>A row that was uploaded.</summary>
internal sealed class FakeRow(Dictionary<string, string> cells)
{
    public Dictionary<string, string> Cells => cells;

    public (int Code, string Name, string Field)? Error { get; set; }

    public string this[string column] => cells.GetValueOrDefault(column, "");

    public long? Number(string column) => long.TryParse(this[column], CultureInfo.InvariantCulture, out var number) ? number : null;
}
