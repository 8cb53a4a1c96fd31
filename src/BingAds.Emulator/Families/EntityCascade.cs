using BingAds.Emulator.Store;

namespace BingAds.Emulator.Families;

/// <summary>Deletes an entity with its children and with everything that was put on any of them.</summary>
internal static class EntityCascade
{
    public static void Delete(StoreSession session, string family, long id)
    {
        foreach (var childFamily in FamilyNames.ChildrenOf(family))
        {
            foreach (var child in session.Entities.Children(childFamily, id))
            {
                Delete(session, childFamily, child.Id);
            }
        }

        session.Links.DeleteTo(family, id);
        session.Links.DeleteFrom(family, id);
        session.Entities.Delete(family, id);
    }
}
