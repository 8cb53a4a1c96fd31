namespace BingAds.Reporting;

/// <summary>What is known of a column, in whichever report it stands.</summary>
internal sealed class ReportColumnFacts(string name, ReportValueKind kind, ReportColumnTraits traits = ReportColumnTraits.None)
{
    public string Name { get; } = name;

    public ReportValueKind Kind { get; } = kind;

    public ReportColumnTraits Traits { get; } = traits;

    public bool IsStatistic => Has(ReportColumnTraits.Statistic);

    /// <summary>Whether it may be the statistic that each report needs: not if it surely is an attribute or a share.</summary>
    public bool MayBeOrdinaryStatistic => !Has(ReportColumnTraits.Share) && (IsStatistic || Has(ReportColumnTraits.RoleIsGuess));

    public bool MayBeAttribute => !IsStatistic || Has(ReportColumnTraits.RoleIsGuess);

    public bool Has(ReportColumnTraits trait) => (Traits & trait) == trait;

    public override string ToString() => Name;
}
