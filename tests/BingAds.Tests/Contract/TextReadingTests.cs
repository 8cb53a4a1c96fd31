using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Contract;

/// <summary>The readers' short ways (numbers without a parser, texts in a small buffer) give what the long ways give.</summary>
public class TextReadingTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("0.1")]
    [InlineData("-12.5")]
    [InlineData("123456789012345")]
    [InlineData("1234567890123456")]
    [InlineData("12345678901.2345")]
    [InlineData("0.000000000000001")]
    [InlineData("9007199254740993")]
    [InlineData("1.7976931348623157E+308")]
    [InlineData("5e-324")]
    [InlineData("1E3")]
    public void NumberText_reads_a_number_as_double_parse_does(string text)
    {
        Assert.True(NumberText.TryParse(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(value));
    }

    [Fact]
    public void NumberText_reads_random_numbers_as_double_parse_does()
    {
        var random = new Random(20261124);
        for (var i = 0; i < 20_000; i++)
        {
            var text = (random.NextInt64(1L << random.Next(1, 62)) / Math.Pow(10, random.Next(0, 18))).ToString(random.Next(2) == 0 ? "R" : "F6", CultureInfo.InvariantCulture);
            Assert.True(NumberText.TryParse(Encoding.UTF8.GetBytes(text), out var value), text);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1x")]
    [InlineData("--1")]
    public void NumberText_refuses_what_is_no_number(string text) =>
        Assert.False(NumberText.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void XmlWireReader_reads_texts_of_any_length(int length)
    {
        foreach (var unit in (string[])["x", "–", "😀", "a😀", "&"])
        {
            var text = string.Concat(Enumerable.Repeat(unit, length + 1))[..length];
            text = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] + "z" : text;
            Assert.Equal(text, ReadXml($"<Name>{System.Security.SecurityElement.Escape(text)}</Name>").Name);
            Assert.Equal(text + "<>" + text, ReadXml($"<Name>{System.Security.SecurityElement.Escape(text)}<![CDATA[<>]]><!-- no text -->{System.Security.SecurityElement.Escape(text)}</Name>").Name);
        }
    }

    [Theory]
    [InlineData("<Id> 12 </Id>", 12L)]
    [InlineData("<Id>1<!-- -->2</Id>", 12L)]
    [InlineData("<Id>&#49;2</Id>", 12L)]
    [InlineData("<Id>12.0</Id>", 12L)]
    [InlineData("<Id/>", null)]
    [InlineData("<Id>  </Id>", null)]
    public void XmlWireReader_reads_numbers_however_they_are_cut(string xml, long? expected) => Assert.Equal(expected, ReadXml(xml).Id);

    [Fact]
    public void XmlWireReader_reads_from_a_reader_that_gives_no_parts_of_a_text()
    {
        using var plain = XmlReader.Create(new StringReader("<Campaign><Name>A &amp; B</Name><Id>7</Id><Status>Paused</Status></Campaign>"));
        using var reader = XmlDictionaryReader.CreateDictionaryReader(plain);
        reader.MoveToContent();
        var campaign = new Campaign();
        WireXml.ReadInto(campaign, reader);

        Assert.Equal("A & B", campaign.Name);
        Assert.Equal(7, campaign.Id);
        Assert.Equal(CampaignStatus.Paused, campaign.Status);
    }

    [Fact]
    public void XmlWireReader_says_where_an_element_stands_in_place_of_text()
    {
        var error = Assert.Throws<BrokenResponseException>(() => ReadXml("<Name>a<b/></Name>"));

        Assert.Contains("'b'", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Line);
    }

    [Theory]
    [InlineData("""{"Settings":[{"Type":"TargetSetting","Details":[]}]}""")]
    [InlineData("""{"Settings":[ { "Type" : "TargetSetting" } ]}""")]
    [InlineData("""{"Settings":[{"Details":[],"Type":"TargetSetting"}]}""")]
    [InlineData("""{"Settings":[{"Type":"Target\u0053etting"}]}""")]
    [InlineData("""{"Settings":[{"type":"targetsetting"}]}""")]
    public void JsonWireReader_finds_the_type_wherever_and_however_it_is_written(string json) =>
        Assert.IsType<TargetSetting>(WireJson.Read<Campaign>(Encoding.UTF8.GetBytes(json)).Settings![0]);

    [Theory]
    [InlineData("""{"Id":"1","Id":"2"}""")]
    [InlineData("""{"BidStrategyId":"1","Id":"1","BidStrategyId":"2"}""")]
    [InlineData("""{"Settings":[{"Type":"TargetSetting","Type":"TargetSetting"}]}""")]
    public void JsonWireReader_refuses_a_member_that_is_there_twice(string json)
    {
        var error = Assert.Throws<BrokenResponseException>(() => WireJson.Read<Campaign>(Encoding.UTF8.GetBytes(json)));
        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"12\"", 12L)]
    [InlineData("\" 12 \"", 12L)]
    [InlineData("12", 12L)]
    [InlineData("12.0", 12L)]
    [InlineData("\"1.2e1\"", 12L)]
    [InlineData("\"\\u0031\\u0032\"", 12L)]
    [InlineData("\" \"", null)]
    [InlineData("null", null)]
    public void JsonWireReader_reads_whole_numbers_in_all_their_forms(string value, long? expected) =>
        Assert.Equal(expected, WireJson.Read<Campaign>(Encoding.UTF8.GetBytes($$"""{"Id":{{value}}}""")).Id);

    [Theory]
    [InlineData("\"Active\"")]
    [InlineData("\" Active\"")]
    [InlineData("\"\\u0041ctive\"")]
    public void JsonWireReader_reads_enum_names_in_all_their_forms(string value) =>
        Assert.Equal(CampaignStatus.KnownValue.Active, WireJson.Read<Campaign>(Encoding.UTF8.GetBytes($$"""{"Status":{{value}}}""")).Status?.Known);

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void Readers_read_lists_of_any_length(int count)
    {
        var ids = Enumerable.Range(1, count).Select(static i => (long)i).ToList();

        Assert.Equal(ids, WireJson.Read<Campaign>(JsonSerializer.SerializeToUtf8Bytes(new { GoalIds = ids })).GoalIds);
        Assert.Equal(ids, ReadXml($"<GoalIds>{string.Concat(ids.Select(static i => $"<long>{i}</long>"))}</GoalIds>").GoalIds);
    }

    private static Campaign ReadXml(string members)
    {
        using var reader = WireXml.CreateReader(Encoding.UTF8.GetBytes($"<Campaign>{members}</Campaign>"));
        reader.MoveToContent();
        var campaign = new Campaign();
        WireXml.ReadInto(campaign, reader);
        return campaign;
    }
}
