using System.Text.RegularExpressions;
using BingAds.Generator.Model;

namespace BingAds.Generator.Refine;

/// <summary>
/// From the path of a bulk column to C#: <c>AdGroupCriterion(Biddable).Criterion(Webpage).Parameter</c> becomes a chain that is null
/// where an object is missing or of another class.
/// </summary>
internal sealed partial class BulkPath
{
    // Objects that a cell makes when they are missing.
    private static readonly HashSet<string> s_made = new(StringComparer.Ordinal)
    {
        "Scheduling", "Address", "GeoPoint", "Revenue", "RateAmount", "QualityScoreData",
    };

    private readonly BulkTypes _types;
    private readonly List<Segment> _segments = [];

    public BulkPath(BulkTypes types, BulkRecord record, string path)
    {
        _types = types;
        var type = "";
        foreach (Match match in Part().Matches(path))
        {
            var name = match.Groups["name"].Value;
            type = _segments.Count == 0 ? types.OfProperty(record, name) : types.OfMember(type, name);
            var cast = match.Groups["cast"].Success ? match.Groups["cast"].Value : null;
            var setting = match.Groups["setting"].Success ? match.Groups["setting"].Value : null;
            _segments.Add(new Segment(name, type, cast == BulkTypes.Plain(type) ? null : cast, setting));
            type = cast ?? setting ?? BulkTypes.Plain(type);
        }
    }

    /// <summary>C# type of the last member.</summary>
    public string Type => _segments[^1].Type;

    public string Member => _segments[^1].Name;

    /// <summary>The whole value, null where anything on the way is.</summary>
    public string Value => Chain(_segments.Count);

    /// <summary>The object that has the member; null for a member of the entity itself.</summary>
    public string? Parent => _segments.Count == 1 ? null : Chain(_segments.Count - 1);

    /// <summary>Path without its last parts.</summary>
    public string ParentOf(int parts) => Chain(_segments.Count - parts);

    /// <summary>The condition under which a cell is read, and what is assigned then.</summary>
    public (string? Guard, string Target) Assignment(string variable)
    {
        if (_segments.Count == 1)
        {
            return (null, Member);
        }

        var parent = _segments[^2];
        if (!s_made.Contains(parent.Name))
        {
            return ($"{Parent} is {{ }} {variable}", $"{variable}.{Member}");
        }

        var make = $"{parent.Name} ??= new {_types.Name(BulkTypes.Plain(parent.Type))}()";
        return _segments.Count == 2
            ? (null, $"({make}).{Member}")
            : ($"{Chain(_segments.Count - 2)} is {{ }} {variable}", $"({variable}.{make}).{Member}");
    }

    private string Chain(int count)
    {
        var text = "";
        for (var i = 0; i < count; i++)
        {
            var segment = _segments[i];
            text = i == 0 ? segment.Name : text + "?." + segment.Name;
            if (segment.Cast is not null)
            {
                text = $"({text} as {_types.Name(segment.Cast)})";
            }
            else if (segment.Setting is not null)
            {
                text = $"SettingList.Find<{_types.Name(segment.Setting)}>({text})";
            }
        }

        return text;
    }

    [GeneratedRegex(@"(?<name>\w+)(\((?<cast>\w+)\)|\[(?<setting>[A-Za-z]\w*)(\|\w+)*\]|\[\d+\])?")]
    private static partial Regex Part();

    private sealed record Segment(string Name, string Type, string? Cast, string? Setting);
}
