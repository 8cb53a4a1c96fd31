using System.Xml.Linq;
using BingAds.Conformance.Compare;
using BingAds.Conformance.Contract;
using BingAds.Conformance.Golden;
using BingAds.Conformance.Mutations;
using BingAds.Conformance.Reporting;

namespace BingAds.Conformance.Wire;

/// <summary>Deliberate changes to a response: a newer or sloppier server must not cost the caller what is known, and what is new is kept.</summary>
internal sealed class BehaviourChecks(GoldenFolder golden, ContractSchema schema, ConformanceReport report)
{
    /// <summary>Runs the changes that the readers meet; those that make a body unreadable are for the client (see <see cref="UnreadableBodies"/>).</summary>
    public void Run(string service)
    {
        var rest = FirstBodies("rest", service);
        var soap = FirstBodies("soap", service);
        foreach (var line in golden.Mutations(service))
        {
            if (Mutation.OutcomeOf(line.Mutation) == MutationOutcome.Refused) continue;
            var name = $"{line.Operation}#0 {line.Transport} {line.Mutation} {line.Path}";
            report.Run(service, line.Transport + " behaviour", name, () =>
                Mutation.OutcomeOf(line.Mutation) is not { } outcome ? [$"the change '{line.Mutation}' is not known here"]
                : line.Transport == "rest" ? Rest(service, line, rest[line.Operation], outcome)
                : Soap(service, line, soap[line.Operation]));
        }
    }

    /// <summary>The changes after which a body is no answer any more, as operation, name and body.</summary>
    public static IEnumerable<(string Operation, string Mutation, string Body)> UnreadableBodies(GoldenFolder golden, string service)
    {
        return golden.Mutations(service)
            .Where(static line => line.Transport == "rest" && Mutation.OutcomeOf(line.Mutation) == MutationOutcome.Refused)
            .Select(static line => (line.Operation, line.Mutation, JsonMutator.Apply("{}", line.Mutation, line.Path)!));
    }

    private IEnumerable<string> Rest(string service, GoldenMutation line, string original, MutationOutcome outcome)
    {
        var operation = WireCodec.Operation(service, line.Operation);
        var shape = schema[service].Message(line.Operation, response: true);
        var message = new MessageLine(schema[service], operation, response: true);
        var changed = JsonMutator.Apply(original, line.Mutation, line.Path, shape)!;
        var value = WireCodec.ReadJson(operation, response: true, changed);
        var written = WireCodec.WriteJson(value);

        foreach (var stranger in WireCodec.Strangers(value).Where(s => !MayBeUnknown(line, s))) yield return stranger;
        string[] accepted = outcome switch
        {
            MutationOutcome.SameMeaning => [original, changed, .. NumberAsText(line, changed)],
            MutationOutcome.ValueMayGo => [changed, JsonMutator.WithValue(changed, line.Path, null)],
            _ => [changed],
        };
        var differences = accepted.Select(body => message.Differences(body, written).Where(d => !IsAddedType(line, d)).ToList()).ToList();
        if (differences.Any(static d => d.Count == 0)) yield break;
        foreach (var difference in differences[0]) yield return difference;
    }

    private IEnumerable<string> Soap(string service, GoldenMutation line, string envelope)
    {
        var operation = WireCodec.Operation(service, line.Operation);
        var message = new MessageLine(schema[service], operation, response: true);
        var original = SoapEnvelope.Parse(envelope).Content;
        var changed = XmlMutator.Apply(original, line.Mutation, line.Path)!;
        var value = WireCodec.ReadXml(operation, response: true, changed);
        var written = WireCodec.WriteXml(value);

        foreach (var stranger in WireCodec.Strangers(value).Where(s => !MayBeUnknown(line, s))) yield return stranger;
        // Where an unknown element stood among known ones is not kept; that, how often and with what content it stood is.
        MoveUnknownLast(written);
        MoveUnknownLast(changed);
        var differences = message.Differences(changed, written).ToList();
        if (differences.Count == 0) yield break;
        if (line.Mutation == "elementsInReverseOrder") differences = message.Differences(original, written).ToList();
        foreach (var difference in differences) yield return difference;
    }

    /// <summary>Only what the change made unknown may be met as unknown: an object must not become raw text because of one new member.</summary>
    private static bool MayBeUnknown(GoldenMutation line, string stranger) => Mutation.BaseName(line.Mutation) switch
    {
        "unknownPropertyTop" or "unknownPropertyNested" or "unknownElementTop" or "unknownElementNestedFirst" or "unknownElementNestedLast" =>
            stranger.Contains("." + Mutation.UnknownName + ":", StringComparison.Ordinal),
        "unknownPolymorphicType" or "missingPolymorphicType" or "unknownXsiType" => stranger.StartsWith(line.Path, StringComparison.Ordinal),
        // Without its discriminator an object is of no known subtype, as if the member were missing.
        "nullForValueType" or "nilForValueType" when line.Path.EndsWith(".Type", StringComparison.Ordinal) =>
            stranger.StartsWith(line.Path[..^".Type".Length], StringComparison.Ordinal),
        "camelCaseTop" => true,
        "longAsEmptyString" => stranger.StartsWith(line.Path + ":", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>An object that came without its <c>Type</c> may be written with one.</summary>
    private static bool IsAddedType(GoldenMutation line, string difference) =>
        line.Mutation == "missingPolymorphicType" && difference.StartsWith(line.Path + ".Type: expected nothing", StringComparison.Ordinal);

    /// <summary>A word that came as a number may be kept as the text of that number.</summary>
    private static IEnumerable<string> NumberAsText(GoldenMutation line, string changed) =>
        Mutation.BaseName(line.Mutation) == "enumAsNumber"
            ? [JsonMutator.WithValue(changed, line.Path, JsonMutator.ValueAt(changed, line.Path)!.ToJsonString())]
            : [];

    private static void MoveUnknownLast(XElement message)
    {
        foreach (var unknown in message.Descendants().Where(static e => e.Name.LocalName == Mutation.UnknownName).ToList())
        {
            var parent = unknown.Parent!;
            unknown.Remove();
            parent.Add(unknown);
        }
    }

    private Dictionary<string, string> FirstBodies(string transport, string service) =>
        golden.Responses(transport, service).Where(static r => r.Variant == 0).ToDictionary(static r => r.Operation, static r => r.Body);
}
