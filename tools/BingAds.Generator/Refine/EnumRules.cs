using BingAds.Generator.Model;

namespace BingAds.Generator.Refine;

/// <summary>Names of an enum's values in C#: as on the wire, with a trailing underscore where the struct has a member of that name.</summary>
internal static class EnumRules
{
    private static readonly HashSet<string> s_taken = new(StringComparer.Ordinal)
    {
        "Known", "KnownValue", "Has", "Names", "IsKnown", "ToString", "Equals", "GetHashCode", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize",
    };

    public static string PropertyName(EnumModel model, string value) =>
        s_taken.Contains(value) || value == model.Name ? value + "_" : Identifier(value);

    public static string KnownName(string value) => value == "Unrecognized" ? value + "_" : Identifier(value);

    private static string Identifier(string value) => char.IsDigit(value[0]) ? "_" + value : value;
}
