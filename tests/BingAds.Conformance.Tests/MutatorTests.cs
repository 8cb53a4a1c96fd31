using BingAds.Conformance.Compare;
using BingAds.Conformance.Mutations;

namespace BingAds.Conformance.Tests;

public class MutatorTests
{
    private const string Body = """{"Fruits":[{"Type":"RoundFruit","Name":"a","Skins":"Red, Blue","Size":7}],"Ids":["12"],"Note":"n","Price":1.10}""";

    [Theory]
    [InlineData("missingPropertyTop", "$.Note", """{"Fruits":[{"Type":"RoundFruit","Name":"a","Skins":"Red, Blue","Size":7}],"Ids":["12"],"Price":1.10}""")]
    [InlineData("camelCaseTop", "$.Note", """{"Fruits":[{"Type":"RoundFruit","Name":"a","Skins":"Red, Blue","Size":7}],"Ids":["12"],"note":"n","Price":1.10}""")]
    [InlineData("missingPropertyNested", "$.Fruits[0]", """{"Fruits":[{"Type":"RoundFruit","Skins":"Red, Blue","Size":7}],"Ids":["12"],"Note":"n","Price":1.10}""")]
    [InlineData("missingPolymorphicType", "$.Fruits[0]", """{"Fruits":[{"Name":"a","Skins":"Red, Blue","Size":7}],"Ids":["12"],"Note":"n","Price":1.10}""")]
    [InlineData("nullForValueType", "$.Fruits[0].Size", """{"Fruits":[{"Type":"RoundFruit","Name":"a","Skins":"Red, Blue","Size":null}],"Ids":["12"],"Note":"n","Price":1.10}""")]
    [InlineData("longAsNumber", "$.Ids[0]", """{"Fruits":[{"Type":"RoundFruit","Name":"a","Skins":"Red, Blue","Size":7}],"Ids":[12],"Note":"n","Price":1.10}""")]
    [InlineData("intAsString", "$.Fruits[0].Size", """{"Fruits":[{"Type":"RoundFruit","Name":"a","Skins":"Red, Blue","Size":"7"}],"Ids":["12"],"Note":"n","Price":1.10}""")]
    [InlineData("enumLowerCase:flags", "$.Fruits[0].Skins", """{"Fruits":[{"Type":"RoundFruit","Name":"a","Skins":"red, blue","Size":7}],"Ids":["12"],"Note":"n","Price":1.10}""")]
    [InlineData("enumAsNumber:flags", "$.Fruits[0].Skins", """{"Fruits":[{"Type":"RoundFruit","Name":"a","Skins":5,"Size":7}],"Ids":["12"],"Note":"n","Price":1.10}""")]
    [InlineData("emptyObjectBody", "$", "{}")]
    public void JsonMutator_changes_one_thing(string mutation, string path, string expected) =>
        Assert.Equal(expected, JsonMutator.Apply(Body, mutation, path, Shapes.Basket));

    [Fact]
    public void JsonMutator_adds_an_unknown_member_where_it_is_told()
    {
        var changed = JsonMutator.Apply(Body, "unknownPropertyNested", "$.Fruits[0]", Shapes.Basket)!;
        Assert.StartsWith("$.Fruits[0].", Assert.Single(JsonComparer.Compare(Body, changed)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonMutator_knows_what_it_does_not_know()
    {
        Assert.Null(JsonMutator.Apply(Body, "somethingElse", "$"));
        Assert.Throws<InvalidOperationException>(() => JsonMutator.Apply(Body, "unknownEnum", "$.Nothing[0].Here"));
    }

    [Theory]
    [InlineData("unchangedRewritten", "$", "<m xmlns=\"urn:a\"><L><I><A>1</A><B>2</B></I></L></m>")]
    [InlineData("missingElementNested", "$.L[0]", "<m xmlns=\"urn:a\"><L><I><B>2</B></I></L></m>")]
    [InlineData("elementsInReverseOrder", "$.L[0]", "<m xmlns=\"urn:a\"><L><I><B>2</B><A>1</A></I></L></m>")]
    [InlineData("unknownEnum:enum", "$.L[0].B", "<m xmlns=\"urn:a\"><L><I><A>1</A><B>FutureWordQ</B></I></L></m>")]
    [InlineData("nilForValueType", "$.L[0].A", "<m xmlns=\"urn:a\"><L><I><A i:nil=\"true\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"/><B>2</B></I></L></m>")]
    [InlineData("unknownXsiType", "$.L[0]", "<m xmlns=\"urn:a\"><L><I i:type=\"FutureTypeQ\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><A>1</A><B>2</B></I></L></m>")]
    public void XmlMutator_changes_one_thing(string mutation, string path, string expected)
    {
        var message = SoapEnvelope.Load("<m xmlns=\"urn:a\"><L><I><A>1</A><B>2</B></I></L></m>");
        Assert.Empty(XmlComparer.Compare(SoapEnvelope.Load(expected), XmlMutator.Apply(message, mutation, path)!));
        Assert.Equal("12", message.Value);
    }

    [Theory]
    [InlineData("unknownElementTop", "Body", "m", 2)]
    [InlineData("unknownElementNestedFirst", "$.L[0]", "I", 0)]
    [InlineData("unknownElementNestedLast", "$.L[0]", "I", 2)]
    public void XmlMutator_adds_an_unknown_element_where_it_is_told(string mutation, string path, string parent, int place)
    {
        var changed = XmlMutator.Apply(SoapEnvelope.Load("<m xmlns=\"urn:a\"><L><I><A>1</A><B>2</B></I></L><N/></m>"), mutation, path)!;
        var element = Assert.Single(changed.DescendantsAndSelf(), e => e.Name.LocalName == Mutation.UnknownName);
        Assert.Equal(parent, element.Parent!.Name.LocalName);
        Assert.Equal(place, element.ElementsBeforeSelf().Count());
    }

    [Theory]
    [InlineData("$", 0)]
    [InlineData("Body", 0)]
    [InlineData("$.A", 1)]
    [InlineData("$.A[10].B[0][1]", 5)]
    public void MemberPath_reads_names_and_positions(string text, int steps) => Assert.Equal(steps, MemberPath.Parse(text).Steps.Count);

    [Theory]
    [InlineData("A.B")]
    [InlineData("$A")]
    [InlineData("$.A[x]")]
    public void MemberPath_refuses_other_texts(string text) => Assert.Throws<FormatException>(() => MemberPath.Parse(text));
}
