using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules.Criterions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>
/// Applies the actions of one call to a tree, all or none of them. Deletions come first, so that a tree can be replaced in one call; new nodes have negative ids of
/// their own by which their children name them, in whatever order they come.
/// </summary>
internal abstract class ListingActions<T>(CallContext call, ItemErrors errors)
    where T : class
{
    private const int MaxActions = 5000;
    private const int NullOrEmpty = 4119;
    private const int TooMany = 4105;
    private const int ActionNull = 4120;
    private const int DuplicateId = 4102;
    private const int IdIsNotNull = 4153;
    private const int IdIsNull = 4154;
    private const int ConditionIsNull = 4114;
    private const int OperandInvalid = 4139;
    private const int AttributeInvalid = 4140;
    private const int InvalidHierarchy = 4127;

    private readonly Dictionary<long, long> _idsOfKeys = [];

    protected CallContext Call { get; } = call;

    protected ItemErrors Errors { get; } = errors;

    protected abstract ListingTree<T> Tree { get; }

    /// <summary>What an action says about its node, as far as all kinds of trees have it; null when it is not about such a node.</summary>
    protected abstract ListingNode<T>? Describe(T item, long id, int action);

    protected abstract long? IdOf(T item);

    protected abstract bool IsOperand(string? operand);

    protected abstract bool IsAttribute(string? operand, string attribute);

    /// <summary>Checks a new node and fills in what the service sets.</summary>
    protected abstract void PrepareNew(ListingNode<T> node);

    /// <summary>Puts what an action gives over a stored node.</summary>
    protected abstract void Change(ListingNode<T> node, T given);

    protected abstract long NextId();

    /// <summary>Keeps a node, its ids filled in.</summary>
    protected abstract void Store(ListingNode<T> node);

    protected abstract void Remove(long id);

    public static void CheckCount(int count)
    {
        if (count == 0)
            throw ApiFaultException.Operation(NullOrEmpty);
        if (count > MaxActions)
            throw ApiFaultException.Operation(TooMany);
    }

    /// <summary>Runs the actions; the ids stand at their places, or all are null when one of them failed.</summary>
    public List<long?> Apply(List<(ItemAction? Action, T? Item)> actions)
    {
        var ids = new long?[actions.Count];
        ForEach(ItemAction.KnownValue.Delete, Delete);
        ForEach(ItemAction.KnownValue.Add, Add);
        ForEach(ItemAction.KnownValue.Update, Update);
        Resolve();
        if (Errors.List.Count == 0)
            Tree.Check();
        if (Errors.List.Count == 0)
            return Keep(ids);
        FailOthers(actions.Count);
        return [.. new long?[actions.Count]];

        void ForEach(ItemAction.KnownValue wanted, Func<T, int, long?> act)
        {
            for (var i = 0; i < actions.Count; i++)
            {
                Errors.Start(i);
                var (action, item) = actions[i];
                var known = action?.Known ?? ItemAction.KnownValue.Unrecognized;
                if (item is null || known == ItemAction.KnownValue.Unrecognized)
                    Errors.Require(wanted != ItemAction.KnownValue.Delete, ActionNull);
                else if (known == wanted)
                    ids[i] = act(item, i);
            }
        }
    }

    private long? Delete(T item, int action)
    {
        // What went with the node above it is gone, as wished.
        if (IdOf(item) is { } gone && Tree.Deleted.Contains(gone))
            return gone;
        if (Locate(item) is not { } node)
            return null;
        Tree.Delete(node, action);
        return node.Id;
    }

    private long? Add(T item, int action)
    {
        var key = IdOf(item);
        Errors.Require(key is null or < 0, IdIsNotNull);
        var id = NextId();
        if (key is < 0)
            Errors.Require(_idsOfKeys.TryAdd(key.Value, id), DuplicateId);
        if (Describe(item, id, action) is not { } node || !Errors.Ok)
            return null;
        CheckCondition(node);
        PrepareNew(node);
        Tree.Add(node);
        return id;
    }

    private long? Update(T item, int action)
    {
        if (Locate(item) is not { } node)
            return null;
        Change(node, item);
        node.Action = action;
        return node.Id;
    }

    private ListingNode<T>? Locate(T item)
    {
        var id = IdOf(item);
        Errors.Require(id is not null, IdIsNull);
        var node = Tree.Find(id);
        Errors.Require(id is null || node is { IsNew: false }, ListingTree<T>.UnknownNode);
        return Errors.Ok ? node : null;
    }

    private void CheckCondition(ListingNode<T> node)
    {
        var isRoot = node.Parent is null or 0;
        if (isRoot)
            node.Parent = null;
        if (node.Operand is null)
            Errors.Fail(ConditionIsNull);
        else if (node.Operand == ProductConditions.All)
            Errors.Require(isRoot && node.Attribute is null, InvalidHierarchy);
        else if (isRoot)
            Errors.Fail(InvalidHierarchy);
        else if (!IsOperand(node.Operand))
            Errors.Fail(OperandInvalid);
        else
            Errors.Require(node.Attribute is null || IsAttribute(node.Operand, node.Attribute), AttributeInvalid);
    }

    /// <summary>Children name new parents by the keys of this call.</summary>
    private void Resolve()
    {
        foreach (var node in Tree.Nodes)
        {
            if (node.Parent is < 0 and { } key && _idsOfKeys.TryGetValue(key, out var id))
                node.Parent = id;
        }
    }

    private List<long?> Keep(long?[] ids)
    {
        Tree.Deleted.ForEach(Remove);
        foreach (var node in Tree.Nodes)
        {
            if (node.Action is not null)
                Store(node);
        }

        return [.. ids];
    }

    private void FailOthers(int count)
    {
        var failed = Errors.List.Select(static e => e!.Index!.Value).ToHashSet();
        for (var i = 0; i < count; i++)
        {
            if (failed.Contains(i))
                continue;
            Errors.Start(i);
            Errors.Fail(ListingTree<T>.RelatedActionFailed);
        }

        Errors.List.Sort(static (a, b) => a!.Index!.Value.CompareTo(b!.Index!.Value));
    }
}
