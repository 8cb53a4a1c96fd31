using System.Text.Json.Nodes;
using BingAds.Conformance.Compare;
using BingAds.Conformance.Contract;
using BingAds.Conformance.Golden;
using BingAds.Conformance.Mutations;
using BingAds.Conformance.Scenarios;

namespace BingAds.Conformance.Tests;

/// <summary>The tools against the recordings alone, without the code under test: a tool that can't read them would prove nothing.</summary>
public class RecordingTests
{
    private static readonly ContractSchema s_schema = ContractSchema.Load();

    [Fact]
    public void JsonComparer_finds_nothing_when_a_recording_is_compared_with_itself()
    {
        var golden = new GoldenFolder(Shared.Need("golden"));
        Assert.All(Services(golden).SelectMany(s => golden.Responses("rest", s)), line => Assert.Empty(JsonComparer.Compare(line.Body, line.Body)));
    }

    [Fact]
    public void JsonMutator_can_make_every_recorded_change()
    {
        var golden = new GoldenFolder(Shared.Need("golden"));
        foreach (var service in Services(golden))
        {
            var bodies = golden.Responses("rest", service).Where(static r => r.Variant == 0).ToDictionary(static r => r.Operation, static r => r.Body);
            foreach (var line in golden.Mutations(service).Where(static m => m.Transport == "rest"))
            {
                var shape = s_schema[service].Message(line.Operation, response: true);
                var changed = JsonMutator.Apply(bodies[line.Operation], line.Mutation, line.Path, shape);
                Assert.NotNull(changed);
                Assert.NotNull(Mutation.OutcomeOf(line.Mutation));
                if (Mutation.OutcomeOf(line.Mutation) == MutationOutcome.Refused || line.Mutation == "emptyObjectBody") continue;
                // A lower-case word or a missing null may be no change at all.
                if (line.Mutation.StartsWith("unknown", StringComparison.Ordinal)) Assert.NotEmpty(JsonComparer.Compare(bodies[line.Operation], changed, shape));
            }
        }
    }

    [Fact]
    public void XmlMutator_can_make_every_recorded_change()
    {
        var golden = new GoldenFolder(Shared.Need("golden"));
        foreach (var service in Services(golden))
        {
            var bodies = golden.Responses("soap", service).Where(static r => r.Variant == 0)
                .ToDictionary(static r => r.Operation, static r => SoapEnvelope.Parse(r.Body).Content);
            foreach (var line in golden.Mutations(service).Where(static m => m.Transport == "soap"))
            {
                var shape = s_schema[service].Message(line.Operation, response: true);
                var changed = XmlMutator.Apply(bodies[line.Operation], line.Mutation, line.Path);
                Assert.NotNull(changed);
                Assert.NotNull(Mutation.OutcomeOf(line.Mutation));
                var differences = XmlComparer.Compare(bodies[line.Operation], changed, shape);
                if (line.Mutation == "unchangedRewritten") Assert.Empty(differences);
                else if (line.Mutation.StartsWith("unknown", StringComparison.Ordinal)) Assert.NotEmpty(differences);
            }
        }
    }

    [Fact]
    public void ServiceContract_knows_every_member_of_the_recordings()
    {
        var golden = new GoldenFolder(Shared.Need("golden"));
        foreach (var service in Services(golden))
        {
            foreach (var line in golden.Requests("rest", service)) AssertKnown(JsonNode.Parse(line.Body), s_schema[service].Message(line.Operation, response: false), line.Operation);
            foreach (var line in golden.Responses("rest", service)) AssertKnown(JsonNode.Parse(line.Body), s_schema[service].Message(line.Operation, response: true), line.Operation);
        }
    }

    [Fact]
    public void Script_reads_every_recorded_script()
    {
        foreach (var script in Script.LoadFolder(Shared.Need("scenarios")))
        {
            Assert.NotEmpty(script.Steps);
            foreach (var step in script.Steps.Where(static s => s.Kind == "call"))
            {
                Assert.All(step.Save, save => ScriptPath.Parse(save.Value));
                Assert.NotEmpty(step.Call.Operation);
                foreach (var expectation in step.Expect)
                {
                    var path = ScriptPath.Parse(expectation["path"]!.GetValue<string>());
                    if (!expectation.ToJsonString().Contains("${", StringComparison.Ordinal)) ScriptTest.Check(expectation, path.Find(null), path.IsMany);
                }
            }
        }

    }

    private static IEnumerable<string> Services(GoldenFolder golden) => golden.Index.Select(static line => line.Service).Distinct();

    private static void AssertKnown(JsonNode? value, Shape? shape, string path)
    {
        switch (value, shape)
        {
            case (JsonObject form, ObjectShape type):
                var exact = type.ForJson(form["Type"] is JsonValue word && word.TryGetValue<string>(out var text) ? text : null);
                foreach (var (name, member) in form)
                {
                    if (name is "Type" or "ExtensionData") continue;
                    Assert.True(exact.Member(name) is not null, $"{path}.{name} is not in {exact.Name}");
                    AssertKnown(member, exact.Member(name), $"{path}.{name}");
                }

                break;
            case (JsonArray items, ListShape list):
                foreach (var item in items) AssertKnown(item, list.Item, path + "[]");
                break;
            case (JsonArray or JsonObject, not MapShape):
                Assert.Fail($"{path}: the contract says {shape}");
                break;
        }
    }
}
