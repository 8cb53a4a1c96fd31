using System.Text.Json.Nodes;
using BingAds.Conformance.Scenarios;

namespace BingAds.Conformance.Tests;

public class ScriptTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 23, 30, 0, TimeSpan.Zero);

    private static readonly JsonNode s_response = JsonNode.Parse("""
        {"Ids":["7","8",null],"Rows":[{"Name":"a","Id":"1","In":{"K":"x y"}},{"Name":"b","Id":"2","In":{"K":"z"}},null],
         "None":null,"Text":"","Day":"2026-03-01T00:00:00Z","Amount":2.50,"Yes":true,"Grid":[[1,2],[3]]}
        """)!;

    private static ScriptScope Scope()
    {
        var scope = new ScriptScope();
        scope["accountId"] = "180018001";
        scope["n"] = 5;
        scope["ids"] = new JsonArray("11", "12", "13");
        return scope;
    }

    private static string? Fill(string template) => new ScriptValues(() => s_now).Fill(JsonNode.Parse(template), Scope())?.ToJsonString();

    [Theory]
    [InlineData("\"${accountId}\"", "\"180018001\"")]
    [InlineData("\"${n}\"", "5")]
    [InlineData("\"<${n}${accountId}>\"", "\"\\u003C5180018001\\u003E\"")]
    [InlineData("\"${ids[2]}\"", "\"13\"")]
    [InlineData("\"${ids}\"", """["11","12","13"]""")]
    [InlineData("\"${today}\"", "\"2026-03-01\"")]
    [InlineData("\"${today-7}\"", "\"2026-02-22\"")]
    [InlineData("\"${usDay+1}\"", "\"03/02/2026\"")]
    [InlineData("""{"$date":-1}""", """{"Day":28,"Month":2,"Year":2026}""")]
    [InlineData("""{"A":null,"B":[1.50,true]}""", """{"A":null,"B":[1.50,true]}""")]
    [InlineData("""{"$repeat":3,"item":{"N":"x${i}"},"except":{"1":{"N":""}}}""", """[{"N":"x0"},{"N":""},{"N":"x2"}]""")]
    [InlineData("""{"$repeat":"${ids}","item":["${it}","${i}"]}""", """[["11",0],["12",1],["13",2]]""")]
    public void ScriptValues_fills_in_what_a_script_leaves_open(string template, string expected) => Assert.Equal(expected, Fill(template));

    [Theory]
    [InlineData("\"${nobody}\"")]
    [InlineData("\"${ids[3]}\"")]
    [InlineData("\"a${ids}\"")]
    [InlineData("\"a${n\"")]
    [InlineData("""{"$repeat":true,"item":1}""")]
    public void ScriptValues_refuses_what_leads_nowhere(string template) => Assert.Throws<ScriptException>(() => Fill(template));

    [Theory]
    [InlineData("$.Ids[1]", "\"8\"")]
    [InlineData("$.Ids[9]", null)]
    [InlineData("$.Nobody.Here[0]", null)]
    [InlineData("$.Rows[*].Name", """["a","b",null]""")]
    [InlineData("$.None[*].Name", "[]")]
    [InlineData("$.Rows[?Name=b].Id", "\"2\"")]
    [InlineData("$.Rows[?In.K=x y].Name", "\"a\"")]
    [InlineData("$.Rows[?Name=c].Id", null)]
    [InlineData("$.Grid[1][0]", "3")]
    public void ScriptPath_leads_to_a_value_or_to_null(string path, string? expected) =>
        Assert.Equal(expected, ScriptPath.Parse(path).Find(s_response)?.ToJsonString());

    [Fact]
    public void ScriptPath_fills_in_a_value_that_has_brackets_of_its_own()
    {
        var values = new ScriptValues(() => s_now);
        var scope = Scope();
        scope["names"] = new JsonArray("b", "p]q");
        var response = JsonNode.Parse("""{"Rows":[{"Name":"p]q","Id":3},{"Name":"b","Id":4}]}""");
        string Fill(string text) => values.FillText(text, scope);
        Assert.Equal("3", ScriptPath.Parse("$.Rows[?Name=${names[1]}].Id", Fill).Find(response)!.ToJsonString());
        Assert.Equal("4", ScriptPath.Parse("$.Rows[?Name=${names[0]}].Id", Fill).Find(response)!.ToJsonString());
    }

    [Theory]
    [InlineData("A")]
    [InlineData("$.")]
    [InlineData("$[")]
    [InlineData("$[x]")]
    public void ScriptPath_refuses_other_texts(string path) => Assert.Throws<ScriptException>(() => ScriptPath.Parse(path));

    [Theory]
    [InlineData("$.None", "\"is\":\"empty\"", true)]
    [InlineData("$.Text", "\"is\":\"empty\"", true)]
    [InlineData("$.Ids", "\"is\":\"empty\"", false)]
    [InlineData("$.Ids", "\"is\":\"notEmpty\"", true)]
    [InlineData("$.Ids[0]", "\"is\":\"id\"", true)]
    [InlineData("$.Ids[*]", "\"is\":\"id\"", false)]
    [InlineData("$.None", "\"is\":\"id\"", false)]
    [InlineData("$.Amount", "\"is\":\"id\"", false)]
    [InlineData("$.Amount", "\"is\":\"number\"", true)]
    [InlineData("$.Rows[*].Name", "\"is\":\"notNull\"", false)]
    [InlineData("$.Rows[*].Nobody", "\"is\":\"null\"", true)]
    [InlineData("$.Rows[*].Name", "\"is\":\"distinct\"", true)]
    [InlineData("$.Ids[0]", "\"equals\":7", true)]
    [InlineData("$.Ids[0]", "\"equals\":\"07\"", false)]
    [InlineData("$.Amount", "\"equals\":2.5", true)]
    [InlineData("$.Yes", "\"equals\":true", true)]
    [InlineData("$.Yes", "\"equals\":\"true\"", false)]
    [InlineData("$.Day", "\"equals\":\"2026-03-01\"", true)]
    [InlineData("$.Day", "\"notEquals\":\"2026-03-02\"", true)]
    [InlineData("$.None", "\"oneOf\":[1,null]", true)]
    [InlineData("$.Amount", "\"oneOf\":[1,null]", false)]
    [InlineData("$.None", "\"count\":0", true)]
    [InlineData("$.Ids", "\"count\":3", true)]
    [InlineData("$.Text", "\"count\":0", false)]
    [InlineData("$.Ids", "\"countAtLeast\":4", false)]
    [InlineData("$.Ids", "\"countAtMost\":3", true)]
    [InlineData("$.Rows", "\"contains\":{\"Name\":\"b\",\"In\":{\"K\":\"z\"}}", true)]
    [InlineData("$.Rows", "\"contains\":{\"Name\":\"b\",\"Id\":1}", false)]
    [InlineData("$.Rows", "\"excludes\":{\"Name\":\"a\"}", false)]
    [InlineData("$.None", "\"excludes\":5", true)]
    [InlineData("$.Grid[0]", "\"sameSet\":[2,1]", true)]
    [InlineData("$.Grid[0]", "\"sameSet\":[2,2]", false)]
    [InlineData("$.Amount", "\"atLeast\":2.5", true)]
    [InlineData("$.Amount", "\"atMost\":2", false)]
    [InlineData("$.None", "\"atMost\":2", false)]
    [InlineData("$.Day", "\"matches\":\"^2026\"", true)]
    [InlineData("$.None", "\"matches\":\".\"", false)]
    public void ScriptTest_holds_as_the_language_says(string path, string test, bool holds)
    {
        var parsed = ScriptPath.Parse(path);
        var expectation = (JsonObject)JsonNode.Parse($"{{\"path\":\"p\",\"sure\":\"D\",{test}}}")!;
        Assert.Equal(holds, ScriptTest.Check(expectation, parsed.Find(s_response), parsed.IsMany) is null);
    }

    [Theory]
    [InlineData("{\"path\":\"$\"}")]
    [InlineData("{\"path\":\"$\",\"count\":1,\"equals\":1}")]
    [InlineData("{\"path\":\"$\",\"isAbout\":1}")]
    [InlineData("{\"path\":\"$\",\"is\":\"blue\"}")]
    public void ScriptTest_refuses_what_is_not_exactly_one_known_test(string expectation) =>
        Assert.Throws<ScriptException>(() => ScriptTest.Check((JsonObject)JsonNode.Parse(expectation)!, null, isMany: false));

    [Theory]
    [InlineData("{\"call\":\"A.B\",\"report\":{}}")]
    [InlineData("{\"note\":\"nothing\"}")]
    public void ScriptStep_refuses_a_step_that_does_none_or_two_things(string step) =>
        Assert.Throws<ScriptException>(() => new ScriptStep((JsonObject)JsonNode.Parse(step)!));
}
