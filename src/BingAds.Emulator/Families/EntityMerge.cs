using BingAds.Contract;

namespace BingAds.Emulator.Families;

/// <summary>Update semantics of Campaign Management: members without a value stay as they are, an empty text clears.</summary>
internal static class EntityMerge
{
    /// <summary>Sets on the target all members that the update gives. Both are of the same type.</summary>
    public static void Apply(ApiObject target, ApiObject given)
    {
        var members = given.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            switch (given.GetMember(i))
            {
                case null:
                    break;
                case "":
                    target.SetMember(i, null);
                    break;
                case var value:
                    target.SetMember(i, value);
                    break;
            }
        }
    }

    /// <summary>Whether the update gives anything besides its id and type.</summary>
    public static bool IsEmpty(ApiObject given)
    {
        var members = given.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Name is not ("Id" or "Type") && given.GetMember(i) is not null)
                return false;
        }

        return true;
    }
}
