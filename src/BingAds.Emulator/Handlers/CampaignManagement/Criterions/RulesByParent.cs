namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>Rules for calls whose items name their parents: made once a parent. For one that is not there, each item fails anew.</summary>
internal sealed class RulesByParent<TRules>(Func<long, TRules?> make)
    where TRules : class
{
    private readonly Dictionary<long, TRules> _made = [];

    public TRules? Of(long? parent)
    {
        var id = parent ?? 0;
        if (_made.TryGetValue(id, out var rules))
            return rules;
        rules = make(id);
        if (rules is not null)
            _made.Add(id, rules);
        return rules;
    }
}
