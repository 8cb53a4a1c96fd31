using BingAds.Bulk;
using BingAds.Bulk.Converters;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.BulkFiles;

public class ConverterTests
{
    [Fact]
    public void Numbers_have_one_form_in_every_culture() => Cells.InEachCulture(static () =>
    {
        Assert.Equal(12.345, Cells.Read("12.345", DoubleCell.Read));
        Assert.Equal(1234.5, Cells.Read("1,234.5", DoubleCell.Read));
        Assert.Equal(-7, Cells.Read("-7", LongCell.Read));
        Assert.Equal(1.50m, Cells.Read("1.50", DecimalCell.Read));
        Assert.Equal("0.1", Cells.Write(static (r, c) => DoubleCell.Write(r, c, 0.1)));
        Assert.Equal("1E-06", Cells.Write(static (r, c) => DoubleCell.Write(r, c, 0.000001)));
        Assert.Equal("5", Cells.Write(static (r, c) => DoubleCell.Write(r, c, 5)));
        Assert.Equal("1.50", Cells.Write(static (r, c) => DecimalCell.Write(r, c, 1.50m)));
        Assert.Equal("-12", Cells.Write(static (r, c) => LongCell.Write(r, c, -12)));
    });

    [Theory]
    [InlineData(1e16, "1E+16")]
    [InlineData(-1e15, "-1E+15")]
    [InlineData(1234567890123456d, "1.234567890123456E+15")]
    [InlineData(999999999999999d, "999999999999999")]
    [InlineData(1.5e300, "1.5E+300")]
    public void Large_numbers_have_an_exponent_whatever_the_runtime_writes(double value, string text)
    {
        Assert.Equal(text, Cells.Write((r, c) => DoubleCell.Write(r, c, value)));
        Assert.Equal(value, Cells.Read(text, DoubleCell.Read));
    }

    [Fact]
    public void Flags_are_read_by_number_and_written_in_the_order_of_their_numbers()
    {
        Assert.Equal(CampaignType.Search | CampaignType.Shopping, Cells.Read("3", static (in cell) => EnumCell.Read<CampaignType>(cell, BulkEnumNumbers.CampaignType)));
        Assert.Equal("16", Cells.Read("16", static (in cell) => EnumCell.Read<CampaignType>(cell, BulkEnumNumbers.CampaignType)).ToString());
        Assert.Equal("Search, Audience, Later", Cells.Write(static (r, c) => EnumCell.Write<CampaignType>(r, c, new CampaignType("Later, Audience, Search"))));
        Assert.Equal("HotelAd,PropertyAd", Cells.Write(static (r, c) => HotelAdGroupTypeCell.Write(r, c, HotelAdGroupType.PropertyAd | HotelAdGroupType.HotelAd)));
    }

    [Fact]
    public void Dates_have_one_form_in_every_culture() => Cells.InEachCulture(static () =>
    {
        var time = new DateTime(2026, 3, 4, 17, 6, 7);
        Assert.Equal("3/4/2026 5:06:07 PM", Cells.Write((r, c) => DateTimeCell.Write(r, c, time)));
        Assert.Equal("2026/03/04 17:06:07", Cells.Write((r, c) => SlashDateTimeCell.Write(r, c, time, false)));
        Assert.Equal("2026-03-04 17:06:07", Cells.Write((r, c) => DashDateTimeCell.Write(r, c, time)));
        Assert.Equal("2026-03-04", Cells.Write((r, c) => DashDateCell.Write(r, c, time)));
        Assert.Equal("3/4/2026", Cells.Write(static (r, c) => DateCell.Write(r, c, new Date { Day = 4, Month = 3, Year = 2026 })));
        foreach (var text in (string[])["3/4/2026 5:06:07 PM", "3/4/2026 5:06:07\u202FPM", "2026/03/04 17:06:07", "2026-03-04 17:06:07", "2026-03-04T17:06:07", "2026-03-04T17:06:07Z", "04-Mar-2026 17:06:07"])
        {
            Assert.Equal(time, Cells.Read(text, DateTimeCell.Read));
            Assert.Equal(DateTimeKind.Unspecified, Cells.Read(text, DateTimeCell.Read)!.Value.Kind);
        }

        Assert.Equal(time.Date, Cells.Read("3/4/2026", DateTimeCell.Read));
        Assert.Equal(time.Date, Cells.Read("2026-03-04", DateTimeCell.Read));
    });

    [Theory]
    [InlineData("12:00:00 AM", 0)]
    [InlineData("12:00:00 PM", 12)]
    [InlineData("11:00:00 pm", 23)]
    public void DateTimeCell_knows_noon_and_midnight(string clock, int hour) =>
        Assert.Equal(new DateTime(2026, 1, 2, hour, 0, 0), Cells.Read("1/2/2026 " + clock, DateTimeCell.Read));

    [Fact]
    public void Cells_that_are_none_are_refused()
    {
        Assert.Throws<FormatException>(static () => Cells.Read("1O", LongCell.Read));
        Assert.Throws<FormatException>(static () => Cells.Read("yes", BoolCell.Read));
        Assert.Throws<FormatException>(static () => Cells.Read("31/31/2026", DateTimeCell.Read));
        Assert.Throws<FormatException>(static () => Cells.Read("1;x", LongListCell.Read));
        Assert.Throws<OverflowException>(static () => Cells.Read("3000000000", IntCell.Read));
        Assert.Throws<FormatException>(static () => Cells.Read("(Monday[09:10-17:30])", DayTimeRangesCell.Read));
        Assert.Throws<FormatException>(static () => Cells.Write(static (r, c) => DevicePreferenceCell.Write(r, c, 5)));
    }

    [Fact]
    public void Delete_value_is_no_value_in_numbers_bools_and_enums()
    {
        Assert.Null(Cells.Read("delete_value", LongCell.Read));
        Assert.Null(Cells.Read("delete_value", BoolCell.Read));
        Assert.Null(Cells.Read("delete_value", DoubleCell.Read));
        Assert.Null(Cells.Read("delete_value", static (in c) => EnumCell.Read<CampaignStatus>(c, BulkEnumNumbers.CampaignStatus)));
        Assert.Null(Cells.Read("delete_value", DateCell.Read));
    }

    [Fact]
    public void EnumCell_takes_names_numbers_other_words_and_new_names()
    {
        Assert.Equal(CampaignStatus.Paused, Cells.Read("Paused", static (in c) => EnumCell.Read<CampaignStatus>(c, BulkEnumNumbers.CampaignStatus)));
        Assert.Equal(CampaignStatus.Paused, Cells.Read("1", static (in c) => EnumCell.Read<CampaignStatus>(c, BulkEnumNumbers.CampaignStatus)));
        Assert.Equal(ExpressionOperator.Equals_, Cells.Read("EqualsTo", static (in c) => EnumCell.Read<ExpressionOperator>(c, BulkEnumNumbers.ExpressionOperator, "EqualsTo=Equals;NoExpression=")));
        Assert.Null(Cells.Read("NoExpression", static (in c) => EnumCell.Read<ExpressionOperator>(c, BulkEnumNumbers.ExpressionOperator, "EqualsTo=Equals;NoExpression=")));
        var later = Cells.Read("Hibernating", static (in c) => EnumCell.Read<CampaignStatus>(c, BulkEnumNumbers.CampaignStatus));
        Assert.Equal("Hibernating", Cells.Write((r, c) => EnumCell.Write(r, c, later)));
    }

    [Fact]
    public void UrlListCell_splits_only_where_a_url_starts()
    {
        var urls = Cells.Read("https://a.example/x; HTTP://b.example/y?p=1;2", UrlListCell.Read);
        Assert.Equal(["https://a.example/x", "HTTP://b.example/y?p=1;2"], urls);
        Assert.Equal("https://a.example/x; HTTP://b.example/y?p=1;2", Cells.Write((r, c) => UrlListCell.Write(r, c, urls, true)));
        Assert.Equal("delete_value", Cells.Write(static (r, c) => UrlListCell.Write(r, c, [], true)));
        Assert.Equal("", Cells.Write(static (r, c) => UrlListCell.Write(r, c, [], false)));
    }

    [Fact]
    public void CustomParametersCell_escapes_semicolons_and_backslashes()
    {
        var parameters = Cells.Read(@"{_promo}=x; {_season}=a\;b\\; nothing; {_url}=http://a/?b=c", CustomParametersCell.Read)!;
        Assert.Equal([("promo", "x"), ("season", @"a;b\"), ("url", "http://a/?b=c")], parameters.Parameters!.Select(static p => (p.Key!, p.Value!)));
        Assert.Equal(@"{_promo}=x; {_season}=a\;b\\; {_url}=http://a/?b=c", Cells.Write((r, c) => CustomParametersCell.Write(r, c, parameters, false)));
        Assert.Empty(Cells.Read("delete_value", CustomParametersCell.Read)!.Parameters!);
    }

    [Fact]
    public void DayTimeRangesCell_reads_and_writes_quarters_of_hours() => Cells.InEachCulture(static () =>
    {
        const string text = "(Monday[09:00-17:30]);(Sunday[00:15-24:00])";
        var ranges = Cells.Read(text, DayTimeRangesCell.Read)!;
        Assert.Equal((Day.Sunday, 0, Minute.Fifteen, 24), (ranges[1].Day!.Value, ranges[1].StartHour!.Value, ranges[1].StartMinute!.Value, ranges[1].EndHour!.Value));
        Assert.Equal(text, Cells.Write((r, c) => DayTimeRangesCell.Write(r, c, ranges, false)));
        Assert.Equal("delete_value", Cells.Write(static (r, c) => DayTimeRangesCell.Write(r, c, null, true)));
    });

    [Theory]
    [InlineData("PageVisitors((Url Contains shoes) and (ReferrerUrl DoesNotContain old)) or ((Url Equals http://contoso.com/a))")]
    [InlineData("PageVisitors((Url Contains a) or (Url Contains b)) and ((Url Equals c))")]
    [InlineData("PageVisitors((EcommTotalValue GreaterThan 100))")]
    [InlineData("PageVisitorsWhoVisitedAnotherPage(((Url Contains a) and (Url Contains b)) or ((Url Equals c))) and (((Url Equals d)))")]
    [InlineData("PageVisitorsWhoDidNotVisitAnotherPage(((Url Contains a))) and not (((Url Equals b)) or ((Url Equals c)))")]
    [InlineData("CustomEvents(Category Equals video) and (Value GreaterThan 5.5)")]
    public void RemarketingRuleCell_writes_what_it_read(string text) => Cells.InEachCulture(() =>
        Assert.Equal(text, Cells.Write((r, c) => RemarketingRuleCell.Write(r, c, Cells.Read(text, RemarketingRuleCell.Read)))));

    [Theory]
    [InlineData("AnotherRule((Url Contains a))")]
    [InlineData("CustomEvents(Category Equals video) and (Colour Equals red)")]
    public void RemarketingRuleCell_reads_nothing_from_a_rule_it_cannot_hold(string text) => Assert.Null(Cells.Read(text, RemarketingRuleCell.Read));

    [Fact]
    public void CombinationRulesCell_takes_operators_in_any_case() => Cells.InEachCulture(static () =>
    {
        var rules = Cells.Read("and(1,2)&OR(3)&junk&Not(4)", CombinationRulesCell.Read)!;
        Assert.Equal("AND(1,2)&OR(3)&NOT(4)", Cells.Write((r, c) => CombinationRulesCell.Write(r, c, rules)));
    });

    [Fact]
    public void Json_cells_write_members_in_order_and_leave_out_what_is_null()
    {
        const string texts = """[{"id":7,"text":"Zoë \"x\"","pinnedField":"Headline1","editorialStatus":"Active"}]""";
        Assert.Equal(texts, Cells.Write(static (r, c) => TextAssetLinksCell.Write(r, c, Cells.Read(texts, TextAssetLinksCell.Read))).Replace("\\u0022", "\\\"", StringComparison.Ordinal));
        const string caps = """[{"CapValue":4,"TimeGranularity":"HOUR"}]""";
        Assert.Equal(caps, Cells.Write(static (r, c) => FrequencyCapCell.Write(r, c, Cells.Read(caps, FrequencyCapCell.Read))));
        Assert.Equal("delete_value", Cells.Write(static (r, c) => FrequencyCapCell.Write(r, c, [])));
        Assert.Null(Cells.Read("[]", TextAssetLinksCell.Read));
        Assert.Null(Cells.Read("no json", VerifiedTrackingCell.Read));
        Assert.ThrowsAny<System.Text.Json.JsonException>(static () => Cells.Read("[{", ImageAssetLinksCell.Read));
    }

    [Fact]
    public void Words_of_cells_are_compared_without_the_culture() => Cells.InEachCulture(static () =>
    {
        Assert.True(Cells.Read("TRUE", BoolCell.Read));
        Assert.False(Cells.Read("fALSE", LowerBoolCell.Read));
        Assert.Equal("https://I.example", Assert.Single(Cells.Read("https://I.example", UrlListCell.Read)!));
    });
}
