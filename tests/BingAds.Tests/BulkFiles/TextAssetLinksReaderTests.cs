using System.Text;
using System.Text.Json;
using BingAds.Bulk;
using BingAds.Bulk.Converters;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.BulkFiles;

public class TextAssetLinksReaderTests
{
    [Theory]
    [InlineData("""[{"text":"Zoë \"x\" \\ \/ \n","pinnedField":"Headline1","editorialStatus":"Active","assetPerformanceLabel":"Good","name":"n","id":70}]""", true)]
    [InlineData("""[ { "text" : "a" , "id" : 7 } , { "text" : "b" } ]""", true)]
    [InlineData("""[{"text":"0123456789abcdef0123456789abcdef"}]""", true)]
    [InlineData("""[{"text":""}]""", true)]
    [InlineData("""[{"text":"\u00e4"}]""", false)]
    [InlineData("""[{"text":null}]""", false)]
    [InlineData("""[{"text":"a","other":"b"}]""", false)]
    [InlineData("""[{"te\u0078t":"a"}]""", false)]
    [InlineData("""[{"text":"a","id":01}]""", false)]
    [InlineData("""[{"text":"a","id":1.5}]""", false)]
    [InlineData("""[{"text":"a","id":-1}]""", false)]
    [InlineData("""[{"text":"a",}]""", false)]
    [InlineData("""[{"text":"a"},]""", false)]
    [InlineData("""[{"text":"a"}] x""", false)]
    [InlineData("""[{"text":"a\x"}]""", false)]
    [InlineData("""[{"text":"a\""", false)]
    [InlineData("[{\"text\":\"a\tb\"}]", false)]
    [InlineData("[]", false)]
    [InlineData("[{}]", false)]
    [InlineData("", false)]
    public void Reader_takes_the_usual_shape_and_leaves_all_else_to_documents(string text, bool isTaken)
    {
        var read = TextAssetLinksReader.TryRead(new BulkCell(Encoding.UTF8.GetBytes(text)), out var links);

        Assert.Equal(isTaken, read);
        if (isTaken)
        {
            Assert.Equal(ByDocument(text), Show(links!));
        }
    }

    [Fact]
    public void Reader_reads_what_a_document_has_when_texts_are_made_up()
    {
        var random = new Random(20261124);
        var taken = 0;
        for (var i = 0; i < 30_000; i++)
        {
            var text = Made(random);
            if (random.Next(2) == 0)
            {
                text = text.Remove(random.Next(text.Length), 1).Insert(random.Next(text.Length), "\"\\,:{}[] 0a"[random.Next(11)].ToString());
            }

            if (TextAssetLinksReader.TryRead(new BulkCell(Encoding.UTF8.GetBytes(text)), out var links))
            {
                taken++;
                Assert.Equal(ByDocument(text), Show(links!));
            }
        }

        Assert.True(taken > 10_000, $"{taken} were taken");
    }

    private static string Made(Random random)
    {
        var items = new StringBuilder("[");
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var text = new StringBuilder();
            for (var n = random.Next(40); n > 0; n--)
            {
                text.Append(random.Next(12) switch { 0 => "\\\"", 1 => "\\\\", 2 => "\\n", 3 => "é", 4 => "😀", _ => ((char)random.Next('a', 'z')).ToString() });
            }

            items.Append("{\"text\":\"").Append(text).Append('"');
            items.Append(random.Next(4) switch { 0 => ",\"pinnedField\":\"Headline1\"", 1 => $", \"id\" : {random.Next(1000)}", 2 => ",\"editorialStatus\":\"Active\"", _ => "" });
            items.Append(i > 1 ? "}," : "}");
        }

        return items.Append(']').ToString();
    }

    private static string ByDocument(string text) => Show(JsonCell.ReadList(
        new BulkCell(Encoding.UTF8.GetBytes(text)),
        static item => AssetLinkJson.Read(item, new TextAsset { Text = JsonCell.Text(item, "text") }))!);

    private static string Show(List<AssetLink> links) => JsonSerializer.Serialize(links.Select(static l =>
        new[] { ((TextAsset)l.Asset!).Text, l.Asset.Name, l.Asset.Id?.ToString(System.Globalization.CultureInfo.InvariantCulture), l.PinnedField, l.EditorialStatus?.ToString(), l.AssetPerformanceLabel }));
}
