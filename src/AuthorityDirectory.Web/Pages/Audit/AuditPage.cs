using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Audit;

/// <summary>What the audit is asked, as it stands in the address of the page and of the file.</summary>
public abstract class AuditPage(TimeProvider time) : PageModel
{
    private const int LongestText = 100;

    [FromQuery(Name = "record")]
    public string? Record { get; set; }

    [FromQuery(Name = "account")]
    public string? Account { get; set; }

    [FromQuery(Name = "role")]
    public string? Role { get; set; }

    [FromQuery(Name = "deed")]
    public string? DeedAsked { get; set; }

    [FromQuery(Name = "from")]
    public string? From { get; set; }

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>The question; null when the address says something that cannot be asked.</summary>
    protected AuditQuestion? Question()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var to = Day(To, today);
        var question = new AuditQuestion(Day(From, Plus(to, -AuditQuestion.UsualDays)) ?? default, to ?? default)
        {
            Record = Text(Record)?.ToUpperInvariant(),
            Account = Text(Account),
            Role = Codes.ActorRoles.Parse(Role),
            Deed = AuditQuestion.Parse(DeedAsked),
        };
        return question.To != default && question.From != default && question.IsGood
            && Record?.Length is not > LongestText && Account?.Length is not > LongestText && (string.IsNullOrEmpty(Role) || question.Role is not null) && (string.IsNullOrEmpty(DeedAsked) || question.Deed is not null)
            ? question
            : null;
    }

    /// <summary>A day as a browser sends it.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>A day as a browser sends it; null when it is none.</summary>
    private static DateOnly? Day(string? typed, DateOnly? otherwise) =>
        Text(typed) is not { } text ? otherwise : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateOnly? Plus(DateOnly? day, int days) => day is { } known && known.DayNumber + days >= 0 ? known.AddDays(days) : null;
}
