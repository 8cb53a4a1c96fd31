using BingAds.Conformance.Compare;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Tests;

public class XmlComparerTests
{
    private const string Instance = "xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private static IReadOnlyList<Difference> Compare(string expected, string actual, Shape? shape = null, CompareOptions? options = null) =>
        XmlComparer.Compare(
            SoapEnvelope.Load($"<m xmlns=\"urn:a\" {Instance}>{expected}</m>"), SoapEnvelope.Load($"<x:m xmlns:x=\"urn:a\" xmlns=\"urn:a\" {Instance}>{actual}</x:m>"), shape, options);

    [Theory]
    [InlineData("<A>1</A>", "<p:A xmlns:p=\"urn:a\">1</p:A>")]
    [InlineData("<A i:nil=\"true\"/>", "")]
    [InlineData("", "<A i:nil=\"1\"></A>")]
    [InlineData("<A/>", "<A></A>")]
    [InlineData("<A>a&#xD;b</A>", "<A>a&#13;b</A>")]
    [InlineData("<A>&lt;&#x41;</A>", "<A><![CDATA[<A]]></A>")]
    [InlineData("<A i:type=\"T\"/>", "<A xmlns:q=\"urn:a\" i:type=\"q:T\"/>")]
    public void XmlComparer_finds_nothing_when_elements_are_canonically_equal(string expected, string actual) =>
        Assert.Empty(Compare(expected, actual));

    [Theory]
    [InlineData("<A>1</A>", "<A xmlns=\"urn:b\">1</A>", " (child 1 of 1)")]
    [InlineData("<A>1</A><B>2</B>", "<B>2</B><A>1</A>", " (child 1 of 2)")]
    [InlineData("<A> 1</A>", "<A>1</A>", "/A")]
    [InlineData("<A>a&#xD;\nb</A>", "<A>a\nb</A>", "/A")]
    [InlineData("<A/>", "", " (child 1 of 1)")]
    [InlineData("<A><B>1</B><B i:nil=\"true\"/></A>", "<A><B>1</B></A>", "/A (child 2 of 2)")]
    [InlineData("<A i:type=\"T\"/>", "<A/>", "/A/@i:type")]
    [InlineData("<A i:type=\"T\"/>", "<A xmlns:q=\"urn:b\" i:type=\"q:T\"/>", "/A/@i:type")]
    [InlineData("<A><B>1</B><B>2</B></A>", "<A><B>1</B><B>3</B></A>", "/A/B[2]")]
    public void XmlComparer_names_the_place_when_elements_differ(string expected, string actual, string path) =>
        Assert.Equal(path, Assert.Single(Compare(expected, actual)).Path);

    [Fact]
    public void XmlComparer_keeps_the_place_of_a_nil_item_when_the_contract_says_list()
    {
        const string one = "<Ids><q:long xmlns:q=\"urn:q\" i:nil=\"true\"/></Ids>";
        Assert.Single(Compare(one, "<Ids/>", Shapes.Basket));
        Assert.Empty(Compare("<Box><Width i:nil=\"true\"/></Box>", "<Box/>", Shapes.Basket));
    }

    [Fact]
    public void XmlComparer_knows_the_lists_of_a_derived_type_by_its_xsi_type()
    {
        const string apple = "<Fruits><Fruit i:type=\"Apple\"><Seeds><int i:nil=\"true\"/></Seeds></Fruit></Fruits>";
        Assert.Single(Compare(apple, "<Fruits><Fruit i:type=\"Apple\"><Seeds/></Fruit></Fruits>", Shapes.Basket));
    }

    [Fact]
    public void XmlComparer_takes_an_empty_list_for_nil_only_at_the_top_of_a_response()
    {
        Assert.Empty(Compare("", "<Ids/>", Shapes.Basket, CompareOptions.Response));
        Assert.Single(Compare("", "<Ids/>", Shapes.Basket));
        Assert.Single(Compare("<Box/>", "<Box><Labels/></Box>", Shapes.Basket, CompareOptions.Response));
    }

    [Fact]
    public void XmlComparer_compares_headers_as_a_set_without_the_nil_ones()
    {
        var one = SoapEnvelope.Load($"<h {Instance}><A>1</A><B>2</B><C i:nil=\"true\"/></h>");
        Assert.Empty(XmlComparer.CompareHeaders(one, SoapEnvelope.Load("<h><B>2</B><A>1</A></h>")));
        Assert.Equal("/Header/B", Assert.Single(XmlComparer.CompareHeaders(one, SoapEnvelope.Load("<h><A>1</A></h>"))).Path);
        Assert.Single(XmlComparer.CompareHeaders(one, SoapEnvelope.Load("<h><A>1</A><B>2</B><C></C></h>")));
    }
}
