namespace BingAds.Contract;

/// <summary>A member that this version does not know, as it came.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Raw">Its value: JSON text, or the whole XML element.</param>
/// <param name="IsXml">Whether it came by SOAP; it is written back only in the format it came in.</param>
public sealed record UnknownMember(string Name, string Raw, bool IsXml);
