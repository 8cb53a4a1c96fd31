using System.Xml.Linq;

namespace BingAds.Loaded;

/// <summary>One operation of a loaded contract.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Action">Value of the header <c>SOAPAction</c>.</param>
/// <param name="Request">The element that asks.</param>
/// <param name="Response">The element that answers.</param>
internal sealed record LoadedOperation(string Name, string Action, XName Request, XName Response);
