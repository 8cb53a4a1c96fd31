using System.Xml.Linq;

namespace BingAds.Loaded;

/// <summary>A type where it is used: by name, because types name each other in circles, or written in place.</summary>
/// <param name="Name">The name; that of the element for one written in place.</param>
/// <param name="InPlace">The type itself where it has no name of its own.</param>
internal sealed record LoadedTypeReference(XName Name, LoadedType? InPlace = null);
