namespace BingAds.Conformance.Contract;

/// <summary>What the contract says a value is; the comparers need it to tell a list from an object and flags from text.</summary>
public abstract record Shape;

/// <summary>A value of a built-in type.</summary>
public sealed record PrimitiveShape(string Name) : Shape;

/// <summary>A word, or a set of words, from a list that may grow.</summary>
public sealed record EnumShape(string Name, bool IsFlags, IReadOnlyDictionary<string, long> Values) : Shape;

/// <summary>A list of values of one shape.</summary>
public sealed record ListShape(Shape Item) : Shape;

/// <summary>A map from text to text: an object in JSON, a list of pairs in XML.</summary>
public sealed record MapShape : Shape;
