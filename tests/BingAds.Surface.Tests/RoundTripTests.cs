using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Surface.Tests.Contract;

namespace BingAds.Surface.Tests;

/// <summary>Every member of every generated type and message keeps its value in both formats, and by its name.</summary>
public class RoundTripTests
{
    private const int Seeds = 3;

    public static TheoryData<string> ServiceRows => Services.Rows;

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_member_keeps_its_value_in_JSON(string service) =>
        Services.AssertNone(EveryFilled(service, static (filled, empty) => ApiDifference.Find(filled, Wire.FromJson(empty, Wire.ToJson(filled)))));

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_member_keeps_its_value_in_XML(string service) =>
        Services.AssertNone(EveryFilled(service, static (filled, empty) => ApiDifference.Find(filled, Wire.FromXml(empty, Wire.ToXml(filled)))));

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Filler_leaves_no_member_without_a_value(string service) =>
        Services.AssertNone(EveryFilled(service, static (filled, _) =>
            filled.MemberNames.FirstOrDefault(n => filled[n] is null && !IsDiscriminator(filled, n))));

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_member_alone_keeps_its_value_and_sets_no_other(string service) => Services.AssertNone(EveryMember(service, static (filled, name) =>
    {
        var one = Empty(filled);
        one[name] = filled[name];
        if (IsDiscriminator(filled, "Type"))
            one["Type"] = filled["Type"]; // JSON always has it, so that it is always read.
        return ApiDifference.Find(one, Wire.FromJson(Empty(filled), Wire.ToJson(one))) ?? ApiDifference.Find(one, Wire.FromXml(Empty(filled), Wire.ToXml(one)));
    }));

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_member_can_be_set_and_read_by_name_in_any_case(string service) => Services.AssertNone(EveryMember(service, static (filled, name) =>
    {
        var other = Empty(filled);
        other[name.ToUpperInvariant()] = filled[name];
        var property = ApiFiller.Property(filled.GetType(), name).GetValue(other);
        return Equals(other[name.ToLowerInvariant()], filled[name]) && Equals(property, filled[name]) ? null : "another value";
    }));

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Every_member_takes_the_JSON_that_it_writes(string service) => Services.AssertNone(EveryMember(service, static (filled, name) =>
    {
        if (IsDiscriminator(filled, name))
            return null; // The type gives it, whatever the member says.
        if (filled.ToJson()[name] is not { } json)
            return "not in the JSON";
        var other = Empty(filled);
        other[name] = json;
        return ApiDifference.Find(filled[name], other[name]);
    }));

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Explicit_null_of_every_member_is_sent_and_survives_a_copy(string service) => Services.AssertNone(EveryMember(service, static (filled, name) =>
    {
        if (IsDiscriminator(filled, name))
            return null;
        var original = filled.Clone();
        original.SendNull(name);
        var copy = original.Clone();
        var json = copy.ToJson();
        if (!copy.IsExplicitNull(name) || !json.TryGetPropertyName(name, out var value) || value is not null)
            return "lost";
        copy[name] = filled[name];
        return copy.IsExplicitNull(name) ? "set again, yet still an explicit null" : null;
    }));

    private static bool IsDiscriminator(ApiObject value, string member) =>
        member == "Type" && ContractFile.Of(value.GetType().Namespace!.Split('.')[^1]).HierarchyOf(value.TypeName) is { HasTypeMember: true };

    private static List<string> EveryFilled(string service, Func<ApiObject, ApiObject, string?> check)
    {
        var contract = ContractFile.Of(service);
        var wrong = new List<string>();
        foreach (var type in contract.TypesAndMessages)
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                var filled = new ApiFiller(contract, seed).Make(type.Name);
                if (check(filled, Empty(filled)) is { } difference)
                    wrong.Add($"{type.Name} (seed {seed}) {difference}");
            }
        }

        return wrong;
    }

    private static List<string> EveryMember(string service, Func<ApiObject, string, string?> check)
    {
        var contract = ContractFile.Of(service);
        var wrong = new List<string>();
        foreach (var type in contract.TypesAndMessages)
        {
            var filled = new ApiFiller(contract, 7).Make(type.Name);
            foreach (var name in filled.MemberNames)
            {
                if (check(filled, name) is { } difference)
                    wrong.Add($"{type.Name}.{name}: {difference}");
            }
        }

        return wrong;
    }

    private static ApiObject Empty(ApiObject like) => (ApiObject)Activator.CreateInstance(like.GetType())!;
}

internal static class JsonObjectExtensions
{
    /// <summary>Whether there is such a member, also one that is null.</summary>
    public static bool TryGetPropertyName(this JsonObject json, string name, out JsonNode? value)
    {
        value = json[name];
        return json.ContainsKey(name);
    }
}
