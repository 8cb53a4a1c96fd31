using System.Buffers;
using System.Text;
using System.Xml;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Contract;

/// <summary>Broken, deep and hostile input ends in one typed error with a place, and never in anything else.</summary>
public class BrokenInputTests
{
    private const string Namespace = "https://bingads.microsoft.com/CampaignManagement/v13";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("<html>gateway</html>")]
    [InlineData("{\"Campaigns\":[{\"Id\":\"1\"}")]
    [InlineData("{\"Campaigns\":{\"Id\":\"1\"}}")]
    [InlineData("{\"Campaigns\":[{\"Id\":{}}]}")]
    [InlineData("{\"Campaigns\":[{\"Id\":\"12x\"}]}")]
    [InlineData("{\"Campaigns\":[{\"Id\":\"92233720368547758080\"}]}")]
    [InlineData("{\"Campaigns\":[{\"Name\":[]}]}")]
    [InlineData("{\"Campaigns\":[{\"StartDate\":\"tomorrow\"}]}")]
    [InlineData("{\"Campaigns\":[{\"StartDate\":\"2026-02-30T00:00:00\"}]}")]
    [InlineData("{\"Campaigns\":[{\"DailyBudget\":\"a\"}]}")]
    [InlineData("{\"Campaigns\":[{\"Id\":\"1\",\"Id\":\"2\"}]}")]
    [InlineData("{\"New\":1,\"New\":2}")]
    [InlineData("{\"Campaigns\":[]} trailing")]
    [InlineData("{\"Campaigns\":[]}{}")]
    public void Json_that_is_broken_is_a_typed_error(string body)
    {
        var error = Assert.Throws<BrokenResponseException>(() => WireJson.Read<GetCampaignsByIdsResponse>(Encoding.UTF8.GetBytes(body)));

        Assert.False(error.IsTransient && !error.IsTruncated);
        Assert.NotNull(error.Position);
    }

    [Theory]
    [InlineData("<Campaigns>")]
    [InlineData("<Campaigns><Campaign><Id>x</Id></Campaign></Campaigns>")]
    [InlineData("<Campaigns><Campaign><Id><b/></Id></Campaign></Campaigns>")]
    [InlineData("<Campaigns><Campaign><Id>1</Id><Id>2</Id></Campaign></Campaigns>")]
    [InlineData("<Campaigns>text</Campaigns>")]
    [InlineData("<Campaigns><Campaign>text</Campaign></Campaigns>")]
    [InlineData("<Campaigns><Campaign><Name>&unknown;</Name></Campaign></Campaigns>")]
    [InlineData("<Campaigns><Campaign><StartDate>soon</StartDate></Campaign></Campaigns>")]
    public void Xml_that_is_broken_is_a_typed_error(string inner)
    {
        var body = $"<GetCampaignsByIdsResponse xmlns=\"{Namespace}\">{inner}</GetCampaignsByIdsResponse>";

        Assert.Throws<BrokenResponseException>(() => ReadXml(body));
    }

    [Fact]
    public void Xml_with_a_document_type_is_refused()
    {
        var body = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + $"<GetCampaignsByIdsResponse xmlns=\"{Namespace}\"><Campaigns><Campaign><Name>&b;</Name></Campaign></Campaigns></GetCampaignsByIdsResponse>";

        Assert.Throws<BrokenResponseException>(() => ReadXml(body));
    }

    [Fact]
    public void Depth_beyond_the_limit_names_the_limit()
    {
        var json = Assert.Throws<BrokenResponseException>(() => WireJson.Read<GetCampaignsByIdsResponse>(Encoding.UTF8.GetBytes(
            "{\"New\":" + new string('[', 200) + new string(']', 200) + "}")));
        var xml = Assert.Throws<BrokenResponseException>(() => ReadXml(
            $"<GetCampaignsByIdsResponse xmlns=\"{Namespace}\">{string.Concat(Enumerable.Repeat("<a>", 200))}{string.Concat(Enumerable.Repeat("</a>", 200))}</GetCampaignsByIdsResponse>"));

        Assert.Equal("maxDepth", json.Limit, ignoreCase: true);
        Assert.Equal("MaxDepth", xml.Limit, ignoreCase: true);
    }

    [Fact]
    public void Depth_within_the_limit_is_read()
    {
        var response = WireJson.Read<GetCampaignsByIdsResponse>(Encoding.UTF8.GetBytes("{\"New\":" + new string('[', 120) + new string(']', 120) + "}"));

        Assert.Equal(240, response.Unknown["New"]!.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mutated_bodies_are_read_or_are_a_typed_error(int seed)
    {
        var random = new Random(seed);
        var rounds = Environment.GetEnvironmentVariable("BINGADS_LONG") == "1" ? 100_000 : 2_000;
        var json = SampleJson();
        var xml = SampleXml();
        for (var i = 0; i < rounds; i++)
        {
            ReadsOrRefuses(Mutate(json, random), static b => WireJson.Read<GetCampaignsByIdsResponse>(b), $"seed {seed}, round {i}, JSON");
            ReadsOrRefuses(Mutate(xml, random), ReadXml, $"seed {seed}, round {i}, XML");
        }
    }

    [Theory]
    [InlineData("\"Id\":5", 5L)]
    [InlineData("\"Id\":\"5\"", 5L)]
    [InlineData("\"id\":\"5\"", 5L)]
    [InlineData("\"ID\":5.0", 5L)]
    [InlineData("\"Id\":\"\"", null)]
    [InlineData("\"Id\":null", null)]
    public void Number_is_read_in_each_form_that_can_mean_it(string member, long? expected) =>
        Assert.Equal(expected, WireJson.Read<Campaign>(Encoding.UTF8.GetBytes($"{{{member}}}")).Id);

    [Fact]
    public void Name_of_the_exact_case_wins_over_another_case_and_neither_is_lost()
    {
        var first = WireJson.Read<Campaign>("{\"Id\":\"1\",\"id\":\"2\"}"u8);

        Assert.Equal(1, first.Id);
        Assert.Equal("\"2\"", first.Unknown["id"]);
    }

    private static void ReadsOrRefuses(byte[] body, Action<byte[]> read, string what)
    {
        try
        {
            read(body);
        }
        catch (BrokenResponseException)
        {
            // What is broken may be refused, but only so.
        }
        catch (Exception exception)
        {
            Assert.Fail($"{what}: {exception}\n{Encoding.UTF8.GetString(body)}");
        }
    }

    private static byte[] Mutate(byte[] body, Random random)
    {
        var bytes = body.ToList();
        for (var n = random.Next(1, 5); n > 0 && bytes.Count > 2; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes[at] = (byte)"{}[]\",:<>&;/ntf0-"[random.Next(17)];
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] SampleJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        WireJson.Write(Sample(), buffer, writeNulls: true);
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] SampleXml()
    {
        using var stream = new MemoryStream();
        using (var xml = XmlDictionaryWriter.CreateTextWriter(stream, Encoding.UTF8, ownsStream: false))
        {
            WireXml.Write(Sample(), xml);
        }

        return stream.ToArray();
    }

    private static GetCampaignsByIdsResponse Sample() => new()
    {
        Campaigns =
        [
            new Campaign
            {
                Id = 12,
                Name = "Näme \"quoted\" & <more> \U0001F600",
                BiddingScheme = new MaxClicksBiddingScheme { MaxCpc = new Bid { Amount = 0.5 } },
                CampaignType = CampaignType.Search | CampaignType.Shopping,
                Languages = ["English", null!],
                Settings = [new ShoppingSetting { Priority = 1, StoreId = 77 }],
                StartDate = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            },
            null,
        ],
        PartialErrors = [new EditorialError { Code = 1042, Index = 1, Appealable = true, Message = "no" }],
    };

    private static void ReadXml(string body) => ReadXml(Encoding.UTF8.GetBytes(body));

    private static void ReadXml(byte[] body)
    {
        try
        {
            using var reader = WireXml.CreateReader(body);
            reader.MoveToContent();
            WireXml.ReadInto(new GetCampaignsByIdsResponse(), reader);
            while (reader.Read())
            {
            }
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException)
        {
            // Around the element the reader is the caller's.
            throw new BrokenResponseException(exception.Message, exception);
        }
    }
}
