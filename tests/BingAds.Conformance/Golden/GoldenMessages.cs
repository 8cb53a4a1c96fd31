namespace BingAds.Conformance.Golden;

/// <summary>What is recorded of a request.</summary>
/// <param name="Body">The body as it has to be sent: the recorded one, or the right one where the recording SDK dropped members.</param>
public sealed record GoldenRequest(
    string Operation, int Variant, string Verb, string Path, string? SoapAction, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What is recorded of a response.</summary>
public sealed record GoldenResponse(string Operation, int Variant, int Status, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What is recorded of a fault.</summary>
public sealed record GoldenFault(
    string Service, string Operation, string FaultType, int Status, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>One deliberate change to a response.</summary>
public sealed record GoldenMutation(string Transport, string Operation, string Mutation, string Path);

/// <summary>An odd answer, and how many requests the recording SDK made of it.</summary>
public sealed record GoldenStatusCase(string Service, string Case, int Status);

/// <summary>A request whose ids and credentials come from different places.</summary>
public sealed record GoldenHeaderCase(
    string Case, string Operation, string? Verb, string? Path, IReadOnlyDictionary<string, string> Headers, string? Body, string? Error);

/// <summary>The address of an operation in both forms.</summary>
public sealed record GoldenIndexLine(string Service, string Operation, int Variant, string Verb, string Path, string SoapAction, string SoapPath);

/// <summary>The addresses of a service.</summary>
public sealed record GoldenService(string Service, string RestBase, string RestBaseSandbox, string SoapUrl, string SoapUrlSandbox);
