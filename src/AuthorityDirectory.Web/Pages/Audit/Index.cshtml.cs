using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Audit;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.Audit;

/// <summary>Who saw what is not public, and who changed what.</summary>
public sealed class IndexModel(AuditTrail trail, CurrentSnapshot current, Texts texts, TimeProvider time) : AuditPage(time)
{
    /// <summary>So many lines are shown; a file holds more.</summary>
    public const int Most = 200;

    /// <summary>What is asked; null when it cannot be.</summary>
    public AuditQuestion? Asked { get; private set; }

    /// <summary>The answer, newest first.</summary>
    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Asked = Question();
        if (Asked is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Rows = await trail.AnswerAsync(Asked, cancellationToken);
        return Page();
    }

    /// <summary>A day and a time, UTC.</summary>
    public string Moment(DateTimeOffset at) => at.UtcDateTime.ToString(texts["Audit.Moment"], texts.Language.Culture);

    /// <summary>The account of a line; null for the directory itself.</summary>
    public Account? AccountOf(AuditRow row) => row.Account is { } id ? current.Value.Register.Account(id) : null;
}
