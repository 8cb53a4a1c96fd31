using BingAds.Contract;

namespace BingAds;

/// <summary>Decides what <see cref="ObjectFactory.Create"/> fills in on a new object. Derive from it to decide otherwise.</summary>
public class ObjectBuilder
{
    /// <summary>
    /// Whether a member is left null. By default enums, lists and optional values are, and so are objects within themselves; objects are
    /// made, and required values get 0, false or empty text.
    /// </summary>
    /// <param name="type">The member in question.</param>
    public virtual bool SkipValue(MemberType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Kind switch
        {
            MemberTypeKind.Enum or MemberTypeKind.List => true,
            MemberTypeKind.Value => !type.IsRequired,
            _ => false,
        };
    }
}
