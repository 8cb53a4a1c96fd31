using BingAds.Conformance.Compare;

namespace BingAds.Conformance.Tests;

public class JsonComparerTests
{
    [Theory]
    [InlineData("""{"A":1,"B":"x"}""", """{ "B" : "\u0078", "A" : 1 }""")]
    [InlineData("""{"A":null}""", "{}")]
    [InlineData("{}", """{"A":null}""")]
    [InlineData("""{"A":[null,{}]}""", """{"A":[null,{"B":null}]}""")]
    [InlineData("""{"A":""}""", """{"A":""}""")]
    public void JsonComparer_finds_nothing_when_bodies_mean_the_same(string expected, string actual) =>
        Assert.Empty(JsonComparer.Compare(expected, actual));

    [Theory]
    [InlineData("""{"A":1.10}""", """{"A":1.1}""", "$.A")]
    [InlineData("""{"A":"5"}""", """{"A":5}""", "$.A")]
    [InlineData("""{"A":[1,2]}""", """{"A":[1]}""", "$.A")]
    [InlineData("""{"A":[1,null]}""", """{"A":[1]}""", "$.A")]
    [InlineData("""{"A":[]}""", "{}", "$.A")]
    [InlineData("{}", """{"A":""}""", "$.A")]
    [InlineData("""{"A":[{"B":"x"}]}""", """{"A":[{"B":"y"}]}""", "$.A[0].B")]
    [InlineData("""{"A":"p, q"}""", """{"A":"p,q"}""", "$.A")]
    public void JsonComparer_names_the_place_when_bodies_differ(string expected, string actual, string path) =>
        Assert.Equal(path, Assert.Single(JsonComparer.Compare(expected, actual)).Path);

    [Fact]
    public void JsonComparer_says_so_when_the_other_body_is_no_json() =>
        Assert.Single(JsonComparer.Compare("{}", "<html>"));

    [Fact]
    public void JsonComparer_frees_the_blank_after_a_comma_only_in_flags()
    {
        Assert.Empty(JsonComparer.Compare("""{"Colours":"Red, Blue"}""", """{"Colours":"Red,Blue"}""", Shapes.Basket));
        Assert.Single(JsonComparer.Compare("""{"Colours":"Red, Blue"}""", """{"Colours":"Red,Green"}""", Shapes.Basket));
        Assert.Single(JsonComparer.Compare("""{"Note":"Red, Blue"}""", """{"Note":"Red,Blue"}""", Shapes.Basket));
    }

    [Fact]
    public void JsonComparer_knows_flags_of_a_derived_type_by_its_discriminator()
    {
        const string spaced = """{"Fruits":[{"Type":"RoundFruit","Skins":"Red, Green"}]}""";
        Assert.Empty(JsonComparer.Compare(spaced, spaced.Replace(", ", ",", StringComparison.Ordinal), Shapes.Basket));
        var asBase = spaced.Replace("RoundFruit", "Fruit", StringComparison.Ordinal);
        Assert.NotEmpty(JsonComparer.Compare(asBase, asBase.Replace(", ", ",", StringComparison.Ordinal), Shapes.Basket));
    }

    [Fact]
    public void JsonComparer_takes_an_empty_list_for_null_only_at_the_top_of_a_response()
    {
        Assert.Empty(JsonComparer.Compare("""{"Ids":null}""", """{"Ids":[]}""", Shapes.Basket, CompareOptions.Response));
        Assert.Single(JsonComparer.Compare("""{"Ids":null}""", """{"Ids":[]}""", Shapes.Basket));
        Assert.Single(JsonComparer.Compare("""{"Box":{"Labels":null}}""", """{"Box":{"Labels":[]}}""", Shapes.Basket, CompareOptions.Response));
    }
}
