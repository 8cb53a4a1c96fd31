using System.Reflection;
using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Conformance.Bulk;

/// <summary>Classes and members by the names that recordings use.</summary>
internal static class KnownNames
{
    /// <summary>Names that are others here.</summary>
    public static readonly IReadOnlyDictionary<string, string> Renames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BulkCampaignNegativeSitesIdentifier"] = nameof(BulkCampaignNegativeSite),
        ["BulkAdGroupNegativeSitesIdentifier"] = nameof(BulkAdGroupNegativeSite),
    };

    /// <summary>Members of recordings that say nothing about a file: they are computed, or constants of a class.</summary>
    public static readonly IReadOnlySet<string> Computed = new HashSet<string>(StringComparer.Ordinal) { "HasErrors", "InternalAdType" };

    public static Type? FindClass(string name)
    {
        name = Renames.GetValueOrDefault(name, name);
        var assembly = typeof(BulkEntity).Assembly;
        return name == nameof(KeyValuePairOfstringstring) ? typeof(KeyValuePairOfstringstring) : assembly.GetType("BingAds.Bulk." + name) ?? assembly.GetType(typeof(Campaign).Namespace + "." + name);
    }

    public static PropertyInfo? FindMember(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        ?? (type.BaseType is { } parent ? FindMember(parent, name) : null);

    /// <summary>The string that names an object's class on the wire, which no cell holds.</summary>
    public static bool IsDiscriminator(PropertyInfo member) => member.Name == "Type" && member.PropertyType == typeof(string) && member.DeclaringType != typeof(BulkError);
}
