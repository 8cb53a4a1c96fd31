using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Families;

/// <summary>
/// What the entities of one parent must be. The operations of the services and the rows of bulk files go through the same rules, so both give the same codes.
/// </summary>
internal abstract class EntityRules<T>(CallContext call, long parent, ItemErrors errors)
    where T : ApiObject, new()
{
    public CallContext Call { get; } = call;

    /// <summary>Takes what is wrong with the item at hand.</summary>
    public ItemErrors Errors { get; } = errors;

    /// <summary>Whose children they are; for a new item, asked after <see cref="PrepareNew"/>.</summary>
    public virtual long Parent { get; } = parent;

    /// <summary>The account in the store; 0 for what belongs to a customer.</summary>
    public virtual long Account => Call.Account.Id;

    /// <summary>Checks an item and fills in its defaults.</summary>
    public abstract void PrepareNew(T item);

    /// <summary>Runs after an item was stored.</summary>
    public virtual void Added(T item)
    {
    }

    /// <summary>Sees the stored entity and what is given, before they are merged; may say no.</summary>
    public virtual void BeforeUpdate(T before, T given)
    {
    }

    /// <summary>Puts what is given over what is stored: members without a value stay. Families whose updates replace the whole entity do it otherwise.</summary>
    public virtual void Merge(T target, T given) => EntityMerge.Apply(target, given);

    /// <summary>Sees the result, and may still correct it.</summary>
    public abstract void CheckUpdate(EntityChange<T> change);

    /// <summary>Runs after a change was stored.</summary>
    public virtual void Changed(EntityChange<T> change)
    {
    }

    /// <summary>May keep an entity from being deleted.</summary>
    public virtual void CheckDelete(EntityRow row)
    {
    }

    /// <summary>Runs after an entity was deleted.</summary>
    public virtual void Deleted(EntityRow row)
    {
    }
}
