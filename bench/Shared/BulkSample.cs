using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BingAds.Bench;

/// <summary>
/// The bulk file that reading and writing are measured with: 443 columns of which few are filled, 200 rows a block (a campaign, 5 ad groups, 180 keywords,
/// 14 responsive search ads). Row i is the same whatever the number of rows. It is written plainly, without the code that is measured with it. Size and make
/// are those of the file that the published figures of the vendor's SDK come from: 150,576,940 bytes for 200,000 rows, lines ending in LF.
/// </summary>
internal sealed class BulkSample
{
    /// <summary>Rows of a block.</summary>
    public const int Block = 200;

    private const string Template =
        "https://track.example.com/click?campaign={campaignid}&adgroup={adgroupid}&keyword={keyword}&device={device}&matchtype={matchtype}&url={lpurl}";

    private const string Suffix = "utm_source=bing&utm_medium=cpc&utm_campaign={_season}_26_27";

    private static readonly string[] s_matchTypes = ["Exact", "Phrase", "Broad"];

    private readonly string[] _columns;
    private readonly Dictionary<string, int> _index;
    private readonly string[] _row;

    /// <param name="columns">The column names in the order of the file; see <c>bulk-columns.txt</c>.</param>
    public BulkSample(IReadOnlyList<string> columns)
    {
        _columns = [.. columns];
        _index = _columns.Select(static (name, i) => (name, i)).ToDictionary(static c => c.name, static c => c.i);
        _row = new string[_columns.Length];
    }

    /// <summary>Names of the 443 columns, from the file beside the program.</summary>
    public static IReadOnlyList<string> Columns() => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "bulk-columns.txt"));

    /// <summary>Writes header, format version and so many rows, as UTF-8 with byte order mark.</summary>
    public void Write(Stream target, int rows)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', _columns));
        Start("Format Version", null, null);
        Set("Name", "6.0");
        End(writer);
        for (var i = 0; i < rows; i++)
        {
            Fill(i);
            End(writer);
        }
    }

    /// <summary>The whole file, and its SHA-256 in lower-case hexadecimal.</summary>
    public static (byte[] Bytes, string Sha256) Make(int rows)
    {
        var stream = new MemoryStream();
        new BulkSample(Columns()).Write(stream, rows);
        var bytes = stream.ToArray();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private void Fill(int i)
    {
        var (block, k) = (i / Block, i % Block);
        switch (k)
        {
            case 0:
                Campaign(block);
                break;
            case <= 5:
                AdGroup(block, k);
                break;
            case <= 185:
                Keyword(block, k, i);
                break;
            default:
                Ad(block, k, i);
                break;
        }
    }

    private void Campaign(int block)
    {
        Start("Campaign", Text(CampaignId(block)), "180011223");
        Set("Campaign", CampaignName(block));
        Set("Language", "English;French");
        Set("Time Zone", "PacificTimeUSCanadaTijuana");
        Set("Budget", Text(12.5 + (block % 100 / 4.0)));
        Set("Budget Type", "DailyBudgetStandard");
        Set("Campaign Type", "Search");
        Set("Tracking Template", Template);
        Set("Custom Parameter", $"{{_promoCode}}=PROMO{block}; {{_season}}=winter");
        Set("Bid Strategy Type", "MaxConversions");
        Set("Bid Strategy MaxCpc", "1.25");
        Set("Bid Strategy TargetCpa", "10.5");
        Set("Target Setting", "Audience");
        Set("Final Url Suffix", Suffix);
    }

    private void AdGroup(int block, int k)
    {
        Start("Ad Group", Text(AdGroupId(block, k)), Text(CampaignId(block)));
        Set("Campaign", CampaignName(block));
        Set("Ad Group", AdGroupName(block, k));
        Set("Start Date", "2/1/2026");
        Set("Network Distribution", "OwnedAndOperatedAndSyndicatedSearch");
        Set("Ad Rotation", "OptimizeForClicks");
        Set("Cpc Bid", Text(0.55 + (k / 10.0)));
        Set("Tracking Template", Template + "&g=1");
    }

    private void Keyword(int block, int k, int i)
    {
        var group = 1 + (k % 5);
        Start("Keyword", Text(300_000_000 + i), Text(AdGroupId(block, group)));
        Set("Campaign", CampaignName(block));
        Set("Ad Group", AdGroupName(block, group));
        Set("Keyword", $"red \"winter\" shoes, size {k} no {i}");
        Set("Match Type", s_matchTypes[k % 3]);
        Set("Bid", Text(0.05 + (k / 100.0)));
        Set("Param1", "Sale");
        Set("Param2", "50%");
        Set("Final Url", $"https://www.example.com/shop/sale/2026/winter/shoes?size={k}&item={i}");
        Set("Final Url Suffix", Suffix);
    }

    private void Ad(int block, int k, int i)
    {
        var group = 1 + (k % 5);
        Start("Responsive Search Ad", Text(500_000_000 + i), Text(AdGroupId(block, group)));
        Set("Campaign", CampaignName(block));
        Set("Ad Group", AdGroupName(block, group));
        Set("Headline", Assets(8, h => h == 1
            ? $"{{\"text\":\"Winter headline {h} of {i}\",\"pinnedField\":\"Headline1\"}}"
            : $"{{\"text\":\"Winter headline {h} of {i}\"}}"));
        Set("Description", Assets(4, d => $"{{\"text\":\"Save \\\"big\\\" on shoes, boots and more, offer {d} of {i}\"}}"));
        Set("Path 1", "winter");
        Set("Path 2", "sale");
        Set("Final Url", $"https://www.example.com/shop/sale/2026/winter?ad={i}");
    }

    private static string Assets(int count, Func<int, string> asset) => $"[{string.Join(',', Enumerable.Range(1, count).Select(asset))}]";

    private static long CampaignId(int block) => 100_000_000 + block;

    private static long AdGroupId(int block, int k) => 200_000_000 + (5L * block) + k;

    private static string CampaignName(int block) => $"Campaign {block:D6} – Winter Sale";

    private static string AdGroupName(int block, int k) => $"Ad Group {k} of {block}";

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private void Start(string type, string? id, string? parentId)
    {
        Array.Fill(_row, "");
        Set("Type", type);
        if (id is null)
            return;
        Set("Status", "Active");
        Set("Id", id);
        Set("Parent Id", parentId!);
    }

    private void Set(string column, string value) =>
        _row[_index[column]] = value.AsSpan().ContainsAny(',', '"') ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private void End(TextWriter writer)
    {
        for (var i = 0; i < _row.Length; i++)
        {
            if (i > 0)
                writer.Write(',');
            writer.Write(_row[i]);
        }

        writer.WriteLine();
    }
}
