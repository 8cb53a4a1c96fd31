using System.Text.Json;
using System.Xml.Linq;

namespace BingAds.Benchmarks.Data;

/// <summary>The checksum of a body from readers that share nothing with what is measured.</summary>
internal static class IndependentRead
{
    /// <param name="list">Name of the member that holds the campaigns.</param>
    public static string OfJson(ReadOnlyMemory<byte> body, string list)
    {
        using var document = JsonDocument.Parse(body);
        var fold = new Fold();
        Add(fold, "", document.RootElement.GetProperty(list));
        return fold.ToString();
    }

    public static string OfXml(byte[] body, string list)
    {
        using var stream = new MemoryStream(body);
        var fold = new Fold();
        var campaigns = XDocument.Load(stream).Descendants().First(e => e.Name.LocalName == list);
        foreach (var element in campaigns.Descendants())
        {
            if (element.Attributes().FirstOrDefault(static a => a.Name.LocalName == "type") is { } type)
            {
                fold.Add("Type", type.Value.Split(':')[^1].Replace("BiddingScheme", "", StringComparison.Ordinal));
            }

            // Of a setting the name of its type stands in the element Type too, when the object has one set.
            if (!element.HasElements && element.Name.LocalName != "Type" && !element.Attributes().Any(static a => a.Name.LocalName == "nil"))
            {
                fold.Add(element.Name.LocalName == "string" ? "Languages" : element.Name.LocalName, element.Value);
            }
        }

        return fold.ToString();
    }

    private static void Add(Fold fold, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(fold, member.Name, member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Add(fold, name, item);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                fold.Add(name, value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());
                break;
        }
    }
}
