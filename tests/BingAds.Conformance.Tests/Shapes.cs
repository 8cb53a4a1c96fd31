using System.Text;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Tests;

/// <summary>A small contract of our own, so that the comparers are tested without the real one.</summary>
internal static class Shapes
{
    public static ServiceSchema Shop { get; } = ServiceSchema.Parse(new MemoryStream(Encoding.UTF8.GetBytes("""
        {
          "service": "Shop",
          "messages": [
            {"name": "GetBasketRequest", "fields": [{"name": "Id", "type": "long"}]},
            {"name": "GetBasketResponse", "fields": [
              {"name": "Fruits", "type": "Fruit[]"}, {"name": "Ids", "type": "long?[]"}, {"name": "Colours", "type": "Colour"},
              {"name": "Note", "type": "string"}, {"name": "Pairs", "type": "Pair[]"}, {"name": "Box", "type": "Box"}]}
          ],
          "types": [
            {"name": "Fruit", "fields": [{"name": "Name", "type": "string"}, {"name": "Type", "type": "string"}]},
            {"name": "Apple", "base": "Fruit", "fields": [{"name": "Skins", "type": "Colour"}, {"name": "Seeds", "type": "int?[]"}]},
            {"name": "Pair", "fields": [{"name": "key", "json": "Key", "type": "string"}, {"name": "value", "json": "Value", "type": "string"}]},
            {"name": "Box", "fields": [{"name": "Width", "type": "int?"}, {"name": "Labels", "type": "string[]"}]}
          ],
          "enums": [{"name": "Colour", "flags": true, "values": {"Red": 1, "Green": 2, "Blue": 4}}],
          "hierarchies": [{"root": "Fruit", "values": {"Fruit": "Fruit", "Apple": "RoundFruit"}}]
        }
        """)));

    public static ObjectShape Basket { get; } = Shop.Message("GetBasket", response: true)!;
}
