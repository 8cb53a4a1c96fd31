using BingAds.Generator.Model;

namespace BingAds.Generator.Refine;

/// <summary>C# types of what bulk columns bind to.</summary>
internal sealed class BulkTypes(Contract api)
{
    // Classes that exist in bulk files only, with the members that columns reach.
    private static readonly Dictionary<string, string> s_own = new(StringComparer.Ordinal)
    {
        ["LinkedInSetting.Goal"] = "CampaignGoal?",
        ["QualityScoreData.QualityScore"] = "int?",
        ["QualityScoreData.KeywordRelevance"] = "int?",
        ["QualityScoreData.LandingPageRelevance"] = "int?",
        ["QualityScoreData.LandingPageUserExperience"] = "int?",
    };

    /// <summary>The type without list, map and question mark.</summary>
    public static string Plain(string type) => type.Replace("List<", "", StringComparison.Ordinal).TrimEnd('?', '>').Replace("Api.", "", StringComparison.Ordinal);

    /// <summary>How generated code names a class or an enum.</summary>
    public string Name(string type) => api.FindType(type) is not null || api.FindEnum(type) is not null ? "Api." + type : type;

    public bool HasMember(string type, string member) =>
        api.FindType(type) is { } model && api.AllFields(model).Any(f => f.Field.Name == member);

    public string OfMember(string type, string member)
    {
        if (s_own.TryGetValue(type + "." + member, out var own))
        {
            return own;
        }

        // Members of bidding schemes and settings that only some classes have are reached by named converters.
        if (api.FindType(type) is not { } model || api.AllFields(model).FirstOrDefault(f => f.Field.Name == member).Field is not { } field)
        {
            return "";
        }

        var refined = MemberRules.Refine(api, field, isInResponse: false);
        return refined.ElementType is { } element ? refined.PropertyType.Replace(element, "Api." + element, StringComparison.Ordinal) : refined.PropertyType;
    }

    public string OfProperty(BulkRecord record, string name)
    {
        var property = record.Properties.FirstOrDefault(p => p.Name == name)
            ?? throw new InvalidDataException($"{record.ClassName} has no property {name}.");
        return OfProperty(property);
    }

    /// <summary>Type of an entity's own property. Numbers, dates and truth values are nullable as the contract says, all else always.</summary>
    public string OfProperty(BulkProperty property)
    {
        var type = property.Type switch
        {
            "IList<long>" => "List<long>",
            "IList<string>" => "List<string>",
            "IDictionary<string,bool>" => "Dictionary<string, bool>",
            _ when property.Type.StartsWith("IList<", StringComparison.Ordinal) => $"List<{Name(property.Type[6..^1])}>",
            _ => Name(property.Type),
        };
        // A view of a nullable value is nullable too: 0 would be taken for an id.
        var isView = property.AliasOf?.EndsWith(".Value", StringComparison.Ordinal) == true;
        return type is "long" or "int" or "bool" or "double" or "decimal" or "DateTime" && !property.IsNullable && !isView ? type : type + "?";
    }
}
