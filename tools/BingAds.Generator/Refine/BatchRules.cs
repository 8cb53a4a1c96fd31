using BingAds.Generator.Model;

namespace BingAds.Generator.Refine;

/// <summary>Which list of a request can be sent in parts: the only one whose size is limited.</summary>
internal static class BatchRules
{
    public static string Arguments(IEnumerable<FieldModel> fields, IReadOnlyDictionary<string, int> limits)
    {
        var lists = fields.Where(f => f.List is not null && limits.ContainsKey(f.WireName)).ToList();
        return lists is [var only] && limits[only.WireName] is > 1 and var limit ? $", \"{only.Name}\", {limit}" : "";
    }
}
