namespace BingAds.Conformance.Scenarios;

/// <summary>A call script can't be read or played as it stands.</summary>
public sealed class ScriptException(string message) : Exception(message);
