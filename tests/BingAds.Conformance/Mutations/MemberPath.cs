using System.Globalization;

namespace BingAds.Conformance.Mutations;

/// <summary>A plain path into a body: member names and list positions, such as <c>$.Campaigns[0].Settings[1].Type</c>.</summary>
public sealed class MemberPath
{
    private MemberPath(IReadOnlyList<object> steps) => Steps = steps;

    /// <summary>A string is a member name, an int a position.</summary>
    public IReadOnlyList<object> Steps { get; }

    public bool IsRoot => Steps.Count == 0;

    public MemberPath Parent => new(Steps.Take(Steps.Count - 1).ToList());

    public object Last => Steps[^1];

    /// <summary>Parses the path; <c>$</c> and <c>Body</c> are the body itself.</summary>
    /// <exception cref="FormatException">The text is no such path.</exception>
    public static MemberPath Parse(string text)
    {
        if (text is "$" or "Body") return new MemberPath([]);
        if (!text.StartsWith('$')) throw new FormatException($"'{text}' is not a path below '$'.");
        var steps = new List<object>();
        var at = 1;
        while (at < text.Length)
        {
            if (text[at] == '.')
            {
                var end = text.AsSpan(at + 1).IndexOfAny('.', '[') is var i and >= 0 ? at + 1 + i : text.Length;
                steps.Add(text[(at + 1)..end]);
                at = end;
            }
            else if (text[at] == '[' && text.IndexOf(']', at) is var close and > 0)
            {
                steps.Add(int.Parse(text.AsSpan(at + 1, close - at - 1), NumberStyles.None, CultureInfo.InvariantCulture));
                at = close + 1;
            }
            else
            {
                throw new FormatException($"'{text}' can't be read at position {at}.");
            }
        }

        return new MemberPath(steps);
    }

    public override string ToString() =>
        "$" + string.Concat(Steps.Select(static s => s is int i ? string.Create(CultureInfo.InvariantCulture, $"[{i}]") : "." + s));
}
