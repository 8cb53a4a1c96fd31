using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>A tree while actions change it. It only has to be whole when all of them are done; then it is looked at, and kept or dropped as one.</summary>
/// <param name="before">The operand that has to stand above one; null when there is none such.</param>
/// <param name="errors">Takes what is wrong, by the places of the actions.</param>
internal sealed class ListingTree<T>(Func<string, string?> before, ItemErrors errors)
{
    public const int UnknownNode = 4151;
    public const int RelatedActionFailed = 4150;

    private const int MaxNodes = 20_000;
    private const int MaxHeight = 8;
    private const int TooManyNodes = 4126;
    private const int InvalidHierarchy = 4127;
    private const int RemainderMissing = 4128;
    private const int DuplicateConditions = 4129;
    private const int SiblingsDiffer = 4130;
    private const int TooHigh = 4131;
    private const int RootExists = 4132;
    private const int ParentIsUnit = 4133;
    private const int ParentInvalid = 4134;

    private readonly Dictionary<long, ListingNode<T>> _nodes = [];
    private readonly Dictionary<long, int> _touchedParents = [];

    public IEnumerable<ListingNode<T>> Nodes => _nodes.Values;

    /// <summary>Ids of the stored nodes that are gone.</summary>
    public List<long> Deleted { get; } = [];

    public ListingNode<T>? Find(long? id) => id is { } known ? _nodes.GetValueOrDefault(known) : null;

    public void Add(ListingNode<T> node) => _nodes.Add(node.Id, node);

    /// <summary>Takes a node away with all below it.</summary>
    public void Delete(ListingNode<T> node, int action)
    {
        foreach (var child in _nodes.Values.Where(n => n.Parent == node.Id).ToList())
        {
            Delete(child, action);
        }

        _nodes.Remove(node.Id);
        Deleted.Add(node.Id);
        if (node.Parent is { } parent)
            _touchedParents[parent] = action;
    }

    /// <summary>Looks at the whole tree.</summary>
    public void Check()
    {
        var children = _nodes.Values.Where(static n => n.Parent is not null).ToLookup(static n => n.Parent!.Value);
        var root = CheckRoots();
        if (_nodes.Count > MaxNodes)
            Fail(_nodes.Values.Where(static n => n.Action is not null).Select(static n => n.Action).Max(), TooManyNodes);
        foreach (var node in _nodes.Values)
        {
            if (node.Parent is { } parent)
                CheckParent(node, parent);
            if (!node.IsUnit)
                CheckParts(node, [.. children[node.Id]]);
        }

        if (root is not null)
            CheckPaths(root, [], children);
    }

    private ListingNode<T>? CheckRoots()
    {
        ListingNode<T>? root = null;
        foreach (var node in _nodes.Values.Where(static n => n.Parent is null))
        {
            if (root is not null)
                Fail(node.Action ?? root.Action, RootExists);
            root ??= node;
        }

        return root;
    }

    private void CheckParent(ListingNode<T> node, long parentId)
    {
        if (Find(parentId) is not { } parent)
            Fail(node.Action, ParentInvalid);
        else if (parent.IsUnit)
            Fail(node.Action, ParentIsUnit);
    }

    /// <summary>The parts of a node divide it by one question, and one part holds what the others leave.</summary>
    private void CheckParts(ListingNode<T> node, List<ListingNode<T>> parts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var operand = parts.Find(static p => p.Action is null)?.Operand ?? parts.FirstOrDefault()?.Operand;
        foreach (var part in parts)
        {
            if (part.Operand != operand)
                Fail(part.Action, SiblingsDiffer);
            if (!seen.Add($"{part.Operand}:{TextRules.FoldCase(part.Attribute)}"))
                Fail(part.Action, DuplicateConditions);
        }

        if (!parts.Exists(static p => p.Attribute is null))
            Fail(_touchedParents.TryGetValue(node.Id, out var action) ? action : node.Action ?? parts.Find(static p => p.Action is not null)?.Action, RemainderMissing);
    }

    /// <summary>On the way from the root down no question is asked twice, and none before the one that it refines.</summary>
    private void CheckPaths(ListingNode<T> node, List<string> above, ILookup<long, ListingNode<T>> children)
    {
        if (above.Count >= MaxHeight)
        {
            Fail(node.Action, TooHigh);
            return;
        }

        var operand = node.Operand ?? "";
        if (above.Contains(operand) || (before(operand) is { } needed && !above.Contains(needed)))
            Fail(node.Action, InvalidHierarchy);
        above.Add(operand);
        foreach (var child in children[node.Id])
        {
            CheckPaths(child, above, children);
        }

        above.RemoveAt(above.Count - 1);
    }

    private void Fail(int? action, int code)
    {
        errors.Start(action ?? 0);
        if (!errors.List.Exists(e => e!.Index == (action ?? 0) && e.Code == code))
            errors.Fail(code);
    }
}
