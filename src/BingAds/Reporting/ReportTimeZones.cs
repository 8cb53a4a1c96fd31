using BingAds.Contract;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>What the time zones that reports can be asked for are elsewhere.</summary>
public static class ReportTimeZones
{
    /// <summary>
    /// The rules of a time zone; null if this machine has no data about it or the zone is not known to this version. Where the service names cities of several zones, the
    /// rules are those of one of them.
    /// </summary>
    public static TimeZoneInfo? Find(ReportTimeZone zone)
    {
        var (iana, windows) = Ids(zone.Known);
        return iana.Length > 0 && (TimeZoneInfo.TryFindSystemTimeZoneById(iana, out var found) || TimeZoneInfo.TryFindSystemTimeZoneById(windows, out found)) ? found : null;
    }

    /// <summary>The time zone that report files word like this: <c>(GMT-08:00) Pacific Time (US &amp; Canada); Tijuana</c>. Null for none that is known.</summary>
    public static ReportTimeZone? FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is var close and > 0)
        {
            text = text[(close + 1)..];
        }

        var (plain, changed) = (Letters(text), Letters(WithIslands(text)));
        foreach (var name in TableOf<ReportTimeZone>().Names)
        {
            if (name == plain || name == changed)
            {
                return new ReportTimeZone(name);
            }
        }

        return null;
    }

    private static EnumTable TableOf<T>()
        where T : struct, IOpenEnum<T> => T.Table;

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter));

    /// <summary>
    /// The API's names are the wordings of the files without all that is no letter, but for this: "Is" and whatever character follows became "Island", a point as in
    /// "Marshall Is." being meant. It met Islamabad and Istanbul too.
    /// </summary>
    private static string WithIslands(string text)
    {
        for (var at = text.IndexOf("Is", StringComparison.Ordinal); at >= 0 && at + 2 < text.Length; at = text.IndexOf("Is", at + 6, StringComparison.Ordinal))
        {
            text = string.Concat(text.AsSpan(0, at), "Island", text.AsSpan(at + 3));
        }

        return text;
    }

    /// <summary>Machines without ICU data know only the ids of their own system.</summary>
    private static (string Iana, string Windows) Ids(ReportTimeZone.KnownValue zone) => zone switch
    {
        ReportTimeZone.KnownValue.Nukualofa => ("Pacific/Tongatapu", "Tonga Standard Time"),
        ReportTimeZone.KnownValue.FijiKamchatkaMarshallIsland => ("Pacific/Fiji", "Fiji Standard Time"),
        ReportTimeZone.KnownValue.AucklandWellington => ("Pacific/Auckland", "New Zealand Standard Time"),
        ReportTimeZone.KnownValue.MagadanSolomonIslandNewCaledonia => ("Pacific/Guadalcanal", "Central Pacific Standard Time"),
        ReportTimeZone.KnownValue.Vladivostok => ("Asia/Vladivostok", "Vladivostok Standard Time"),
        ReportTimeZone.KnownValue.Hobart => ("Australia/Hobart", "Tasmania Standard Time"),
        ReportTimeZone.KnownValue.GuamPortMoresby => ("Pacific/Port_Moresby", "West Pacific Standard Time"),
        ReportTimeZone.KnownValue.CanberraMelbourneSydney => ("Australia/Sydney", "AUS Eastern Standard Time"),
        ReportTimeZone.KnownValue.Brisbane => ("Australia/Brisbane", "E. Australia Standard Time"),
        ReportTimeZone.KnownValue.Darwin => ("Australia/Darwin", "AUS Central Standard Time"),
        ReportTimeZone.KnownValue.Adelaide => ("Australia/Adelaide", "Cen. Australia Standard Time"),
        ReportTimeZone.KnownValue.Yakutsk => ("Asia/Yakutsk", "Yakutsk Standard Time"),
        ReportTimeZone.KnownValue.Seoul => ("Asia/Seoul", "Korea Standard Time"),
        ReportTimeZone.KnownValue.OsakaSapporoTokyo => ("Asia/Tokyo", "Tokyo Standard Time"),
        ReportTimeZone.KnownValue.Taipei => ("Asia/Taipei", "Taipei Standard Time"),
        ReportTimeZone.KnownValue.Perth => ("Australia/Perth", "W. Australia Standard Time"),
        ReportTimeZone.KnownValue.KualaLumpurSingapore => ("Asia/Singapore", "Singapore Standard Time"),
        ReportTimeZone.KnownValue.IrkutskUlaanBataar => ("Asia/Irkutsk", "North Asia East Standard Time"),
        ReportTimeZone.KnownValue.BeijingChongqingHongKongUrumqi => ("Asia/Shanghai", "China Standard Time"),
        ReportTimeZone.KnownValue.Krasnoyarsk => ("Asia/Krasnoyarsk", "North Asia Standard Time"),
        ReportTimeZone.KnownValue.BangkokHanoiJakarta => ("Asia/Bangkok", "SE Asia Standard Time"),
        ReportTimeZone.KnownValue.Rangoon => ("Asia/Yangon", "Myanmar Standard Time"),
        ReportTimeZone.KnownValue.SriJayawardenepura => ("Asia/Colombo", "Sri Lanka Standard Time"),
        ReportTimeZone.KnownValue.AstanaDhaka => ("Asia/Dhaka", "Bangladesh Standard Time"),
        ReportTimeZone.KnownValue.AlmatyNovosibirsk => ("Asia/Novosibirsk", "N. Central Asia Standard Time"),
        ReportTimeZone.KnownValue.Kathmandu => ("Asia/Kathmandu", "Nepal Standard Time"),
        ReportTimeZone.KnownValue.ChennaiKolkataMumbaiNewDelhi => ("Asia/Kolkata", "India Standard Time"),
        ReportTimeZone.KnownValue.IslandamabadKarachiTashkent => ("Asia/Karachi", "Pakistan Standard Time"),
        ReportTimeZone.KnownValue.Ekaterinburg => ("Asia/Yekaterinburg", "Ekaterinburg Standard Time"),
        ReportTimeZone.KnownValue.Kabul => ("Asia/Kabul", "Afghanistan Standard Time"),
        ReportTimeZone.KnownValue.BakuTbilisiYerevan => ("Asia/Baku", "Azerbaijan Standard Time"),
        ReportTimeZone.KnownValue.AbuDhabiMuscat => ("Asia/Dubai", "Arabian Standard Time"),
        ReportTimeZone.KnownValue.Tehran => ("Asia/Tehran", "Iran Standard Time"),
        ReportTimeZone.KnownValue.Nairobi => ("Africa/Nairobi", "E. Africa Standard Time"),
        ReportTimeZone.KnownValue.MoscowStPetersburgVolgograd => ("Europe/Moscow", "Russian Standard Time"),
        ReportTimeZone.KnownValue.KuwaitRiyadh => ("Asia/Riyadh", "Arab Standard Time"),
        ReportTimeZone.KnownValue.Baghdad => ("Asia/Baghdad", "Arabic Standard Time"),
        ReportTimeZone.KnownValue.Jerusalem => ("Asia/Jerusalem", "Israel Standard Time"),
        ReportTimeZone.KnownValue.HelsinkiKyivRigaSofiaTallinnVilnius => ("Europe/Helsinki", "FLE Standard Time"),
        ReportTimeZone.KnownValue.HararePretoria => ("Africa/Johannesburg", "South Africa Standard Time"),
        ReportTimeZone.KnownValue.Cairo => ("Africa/Cairo", "Egypt Standard Time"),
        ReportTimeZone.KnownValue.Bucharest => ("Europe/Bucharest", "GTB Standard Time"),
        ReportTimeZone.KnownValue.AthensIslandanbulMinsk => ("Europe/Athens", "GTB Standard Time"),
        ReportTimeZone.KnownValue.WestCentralAfrica => ("Africa/Lagos", "W. Central Africa Standard Time"),
        ReportTimeZone.KnownValue.SarajevoSkopjeWarsawZagreb => ("Europe/Warsaw", "Central European Standard Time"),
        ReportTimeZone.KnownValue.BrusselsCopenhagenMadridParis => ("Europe/Paris", "Romance Standard Time"),
        ReportTimeZone.KnownValue.BelgradeBratislavaBudapestLjubljanaPrague => ("Europe/Budapest", "Central Europe Standard Time"),
        ReportTimeZone.KnownValue.AmsterdamBerlinBernRomeStockholmVienna => ("Europe/Berlin", "W. Europe Standard Time"),
        ReportTimeZone.KnownValue.CasablancaMonrovia => ("Africa/Monrovia", "Greenwich Standard Time"),
        ReportTimeZone.KnownValue.GreenwichMeanTimeDublinEdinburghLisbonLondon => ("Europe/London", "GMT Standard Time"),
        ReportTimeZone.KnownValue.Azores => ("Atlantic/Azores", "Azores Standard Time"),
        ReportTimeZone.KnownValue.CapeVerdeIsland => ("Atlantic/Cape_Verde", "Cape Verde Standard Time"),
        ReportTimeZone.KnownValue.MidAtlantic => ("Atlantic/South_Georgia", "UTC-02"),
        ReportTimeZone.KnownValue.Brasilia => ("America/Sao_Paulo", "E. South America Standard Time"),
        ReportTimeZone.KnownValue.BuenosAiresGeorgetown => ("America/Argentina/Buenos_Aires", "Argentina Standard Time"),
        ReportTimeZone.KnownValue.Greenland => ("America/Nuuk", "Greenland Standard Time"),
        ReportTimeZone.KnownValue.Newfoundland => ("America/St_Johns", "Newfoundland Standard Time"),
        ReportTimeZone.KnownValue.AtlanticTimeCanada => ("America/Halifax", "Atlantic Standard Time"),
        ReportTimeZone.KnownValue.CaracasLaPaz => ("America/La_Paz", "SA Western Standard Time"),
        ReportTimeZone.KnownValue.Santiago => ("America/Santiago", "Pacific SA Standard Time"),
        ReportTimeZone.KnownValue.BogotaLimaQuito => ("America/Bogota", "SA Pacific Standard Time"),
        ReportTimeZone.KnownValue.EasternTimeUSCanada => ("America/New_York", "Eastern Standard Time"),
        ReportTimeZone.KnownValue.IndianaEast => ("America/Indiana/Indianapolis", "US Eastern Standard Time"),
        ReportTimeZone.KnownValue.CentralAmerica => ("America/Guatemala", "Central America Standard Time"),
        ReportTimeZone.KnownValue.CentralTimeUSCanada => ("America/Chicago", "Central Standard Time"),
        ReportTimeZone.KnownValue.GuadalajaraMexicoCityMonterrey => ("America/Mexico_City", "Central Standard Time (Mexico)"),
        ReportTimeZone.KnownValue.Saskatchewan => ("America/Regina", "Canada Central Standard Time"),
        ReportTimeZone.KnownValue.Arizona => ("America/Phoenix", "US Mountain Standard Time"),
        ReportTimeZone.KnownValue.ChihuahuaLaPazMazatlan => ("America/Mazatlan", "Mountain Standard Time (Mexico)"),
        ReportTimeZone.KnownValue.MountainTimeUSCanada => ("America/Denver", "Mountain Standard Time"),
        ReportTimeZone.KnownValue.PacificTimeUSCanadaTijuana => ("America/Los_Angeles", "Pacific Standard Time"),
        ReportTimeZone.KnownValue.Alaska => ("America/Anchorage", "Alaskan Standard Time"),
        ReportTimeZone.KnownValue.Hawaii => ("Pacific/Honolulu", "Hawaiian Standard Time"),
        ReportTimeZone.KnownValue.MidwayIslandandSamoa => ("Pacific/Pago_Pago", "UTC-11"),
        ReportTimeZone.KnownValue.InternationalDateLineWest => ("Etc/GMT+12", "Dateline Standard Time"),
        _ => ("", ""),
    };
}
