namespace BingAds.Reporting;

/// <summary>What is known of a column, in whichever report it stands.</summary>
internal sealed class ReportColumnFacts(string name, ReportValueKind kind, ReportColumnTraits traits = ReportColumnTraits.None)
{
    public string Name { get; } = name;

    public ReportValueKind Kind { get; } = kind;

    /// <summary>How the cells are read.</summary>
    public ReportColumnType Type => Kind switch
    {
        ReportValueKind.Id or ReportValueKind.Integer => ReportColumnType.Whole,
        ReportValueKind.Decimal or ReportValueKind.Money or ReportValueKind.Ratio => ReportColumnType.Decimal,
        ReportValueKind.Percent => ReportColumnType.Percent,
        ReportValueKind.TimePeriod => ReportColumnType.Period,
        ReportValueKind.Date => ReportColumnType.Date,
        ReportValueKind.DateTime => ReportColumnType.Time,
        _ => ReportColumnType.Text,
    };

    public ReportColumnTraits Traits { get; } = traits;

    public bool IsStatistic => Has(ReportColumnTraits.Statistic);

    /// <summary>Whether it may be the statistic that each report needs: not if it surely is an attribute or a share.</summary>
    public bool MayBeOrdinaryStatistic => !Has(ReportColumnTraits.Share) && (IsStatistic || Has(ReportColumnTraits.RoleIsGuess));

    public bool MayBeAttribute => !IsStatistic || Has(ReportColumnTraits.RoleIsGuess);

    public bool Has(ReportColumnTraits trait) => (Traits & trait) == trait;

    public override string ToString() => Name;
}
