using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>What an answer shows of a criterion: some members only when they are asked for.</summary>
internal static class CriterionView
{
    public static List<CampaignCriterion?> Trim(List<CampaignCriterion?> items, CriterionAdditionalField? more)
    {
        foreach (var item in items)
        {
            if (item is BiddableCampaignCriterion biddable && more?.Has(CriterionAdditionalField.CriterionCashback) != true)
                biddable.CriterionCashback = null;
            TrimOperators(item?.Criterion, more);
        }

        return items;
    }

    public static List<AdGroupCriterion?> Trim(List<AdGroupCriterion?> items, CriterionAdditionalField? more)
    {
        foreach (var item in items)
        {
            if (item is BiddableAdGroupCriterion biddable && more?.Has(CriterionAdditionalField.CriterionCashback) != true)
                biddable.CriterionCashback = null;
            TrimOperators(item?.Criterion, more);
        }

        return items;
    }

    private static void TrimOperators(Criterion? criterion, CriterionAdditionalField? more)
    {
        if (more?.Has(CriterionAdditionalField.Operator) == true)
            return;
        switch (criterion)
        {
            case Webpage page:
                page.Parameter?.Conditions?.ForEach(static c => c.Operator = null);
                break;
            case ProductScope scope:
                scope.Conditions?.ForEach(static c => c.Operator = null);
                break;
            case ProductPartition { Condition: { } condition }:
                condition.Operator = null;
                break;
        }
    }
}
