using System.Xml.Linq;

namespace BingAds.Loaded;

/// <summary>One type of a loaded contract: an object, a list, or the names of an enum.</summary>
internal sealed class LoadedType(XName name, XName? baseName, LoadedMember[] own, string[]? values = null, bool isFlags = false)
{
    public XName Name => name;

    public XName? BaseName => baseName;

    /// <summary>Its own members; those of the base come before them on the wire.</summary>
    public LoadedMember[] Own => own;

    /// <summary>The values of an enum; null for all else.</summary>
    public string[]? Values => values;

    /// <summary>Whether several values may stand together.</summary>
    public bool IsFlags => isFlags;

    /// <summary>The items, if it is nothing but a list of them.</summary>
    public LoadedMember? Item => values is null && baseName is null && own is [{ IsRepeated: true } item] ? item : null;
}
