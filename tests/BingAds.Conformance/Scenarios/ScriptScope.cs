using System.Text.Json.Nodes;

namespace BingAds.Conformance.Scenarios;

/// <summary>The names that a value may refer to: what was given, what was saved, and the place inside a repetition.</summary>
public sealed class ScriptScope
{
    private readonly ScriptScope? _outer;
    private readonly Dictionary<string, JsonNode?> _values = new(StringComparer.Ordinal);

    public ScriptScope(ScriptScope? outer = null) => _outer = outer;

    public JsonNode? this[string name]
    {
        set => _values[name] = value?.DeepClone();
    }

    public bool TryGet(string name, out JsonNode? value) =>
        _values.TryGetValue(name, out value) || (_outer is not null && _outer.TryGet(name, out value));
}
