using System.Xml.Linq;

namespace BingAds.Loaded;

/// <summary>One member of a type in a loaded contract.</summary>
/// <param name="Name">The element.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="IsNillable">Whether it may be nil.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="IsRepeated">Whether the element itself is repeated, with no list around it.</param>
internal sealed record LoadedMember(XName Name, LoadedTypeReference Type, bool IsNillable, bool IsRequired, bool IsRepeated);
