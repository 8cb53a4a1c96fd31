using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The partial errors of a call, collected item by item. All that is wrong with an item is told, each code once.</summary>
internal sealed class ItemErrors
{
    private int _index;
    private int _before;

    public List<BatchError?> List { get; } = [];

    /// <summary>Whether the current item is without error so far.</summary>
    public bool Ok => List.Count == _before;

    /// <summary>Turns to the item at that place of the request.</summary>
    public void Start(int index)
    {
        _index = index;
        _before = List.Count;
    }

    /// <summary>Forgets all, for the next item that is a call of its own.</summary>
    public void Clear()
    {
        List.Clear();
        _index = _before = 0;
    }

    /// <param name="code">The service's number.</param>
    /// <param name="field">Path of the member, for the few whose errors name it.</param>
    public void Fail(int code, string? field = null)
    {
        for (var i = _before; i < List.Count; i++)
        {
            if (List[i]!.Code == code)
                return;
        }

        Add(code, ErrorTexts.Name(code, ServiceName.CampaignManagement), field);
    }

    /// <summary>For errors whose number was never published: the name tells them.</summary>
    public void Fail(int code, string name, string? field) => Add(code, name, field);

    /// <summary>Fails with the code unless the condition holds.</summary>
    public void Require(bool condition, int code, string? field = null)
    {
        if (!condition)
            Fail(code, field);
    }

    private void Add(int code, string? name, string? field) => List.Add(new BatchError
    {
        Code = code,
        ErrorCode = name,
        FieldPath = field,
        Index = _index,
        Message = ErrorTexts.Message(code, name),
        Type = "BatchError",
    });
}
